import { buildModel } from "../build-model.ts";
import { resolveConfig } from "../config/resolve-config.ts";
import type { AuditReport } from "../core/finding.ts";
import { version } from "../core/version.ts";
import { buildReport } from "../engine/audit-report.ts";
import { runRules } from "../engine/run-rules.ts";
import { rules } from "../rule-catalogue.ts";
import { memorySnapshot } from "../source/memory/memory-snapshot.ts";

/** What somebody pasted. */
export interface Pasted {
  readonly queue: string;
  readonly roadmap: string;
  /** One path a line; what follows a colon is the text of the file. */
  readonly paths: string;
}

const queuePath = "docs/product/spec-candidates.md";
const roadmapPath = "docs/product/roadmap.md";

/** Audits what was pasted as a repository of its own. `today` is an ISO 8601 date. Pure; throws a `UsageError` for what cannot be audited. */
export function auditPasted(pasted: Pasted, today: string): AuditReport {
  const snapshot = memorySnapshot(filesOf(pasted), { today });
  const config = resolveConfig({}, { snapshot, rules });
  const model = buildModel(snapshot, config.settings);
  const result = runRules(config.rules, model, config.catalogue);
  const about = { root: "pasted", tree: snapshot.tree, version, seen: model.settings.seen, comparison: undefined };
  return buildReport(about, model, result);
}

function filesOf({ queue, roadmap, paths }: Pasted): Record<string, string> {
  const named = paths.split("\n").flatMap((line) => {
    const colon = line.indexOf(":");
    const path = (colon === -1 ? line : line.slice(0, colon))
      .trim()
      .replace(/^[-*] /, "")
      .replace(/^\.\//, "");
    const text = colon === -1 ? undefined : line.slice(colon + 1).trim();
    // A path that ends in "/" is a directory; a file that is only named says that it exists.
    return path === "" ? [] : [[path, path.endsWith("/") ? "" : `${text ?? defaultText(path)}\n`] as const];
  });
  return {
    ...Object.fromEntries(named),
    ...(queue.trim() === "" ? {} : { [queuePath]: queue }),
    ...(roadmap.trim() === "" ? {} : { [roadmapPath]: roadmap }),
  };
}

/** Of a spec that is only named nothing is known but that it is there, so that it is not taken for an empty template. */
function defaultText(path: string): string {
  return path.endsWith(".md")
    ? "# Pasted\n\nOnly the path of this document was given, so that nothing is known of its content.\n"
    : "";
}
