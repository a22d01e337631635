import type { ResolvedConfig } from "../config/resolved-config.ts";
import type { Finding } from "../core/finding.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { compareFindings } from "../engine/compare-findings.ts";
import { auditSnapshot } from "../lint.ts";
import { editedSnapshot, type EditedTexts } from "./edited-snapshot.ts";

export interface Tree {
  readonly snapshot: Snapshot;
  readonly config: ResolvedConfig;
}

/** The findings that an edit brings and that the tree does not have. Runs both audits over the tree as it is, and as it would be. Pure. */
export function findingsOfEdit({ snapshot, config }: Tree, texts: EditedTexts): readonly Finding[] {
  const changed = [...texts].filter(([path, text]) => {
    const read = snapshot.read(path);
    return text === undefined ? read.ok : !read.ok || read.text !== text;
  });
  if (changed.length === 0) return [];
  const looked = new Set<string>();
  const before = auditSnapshot({ snapshot: observed(snapshot, looked), config });
  // What nobody reads can break nothing as long as it is still there.
  if (changed.every(([path, text]) => text !== undefined && snapshot.read(path).ok && !looked.has(path))) return [];
  const after = auditSnapshot({ snapshot: editedSnapshot(snapshot, new Map(changed)), config });
  return introduced(before.run.findings, after.run);
}

/** The findings of a later run that an earlier one does not have and that nothing hides. */
export function introduced(
  before: readonly Finding[],
  after: Pick<ReturnType<typeof auditSnapshot>["run"], "findings" | "notChecked" | "notApplicable">,
): readonly Finding[] {
  const { findings } = compareFindings({
    before,
    after: after.findings,
    notChecked: [...after.notChecked, ...after.notApplicable],
    moved: () => undefined,
  });
  return findings.filter(({ state, suppressed }) => state === "introduced" && !suppressed);
}

function observed(snapshot: Snapshot, looked: Set<string>): Snapshot {
  return overRead(snapshot, (path) => {
    looked.add(path);
    return snapshot.read(path);
  });
}

function overRead(snapshot: Snapshot, read: Snapshot["read"]): Snapshot {
  return { ...editedSnapshot(snapshot, new Map()), read };
}
