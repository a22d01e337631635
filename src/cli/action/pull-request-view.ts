import path, { posix } from "node:path";
import { realpathSync } from "node:fs";
import { pathBelow } from "../../core/path-below.ts";
import type { AuditReport, Finding } from "../../core/finding.ts";
import type { Opened } from "../../lint.ts";

/**
 * The report as a server shows it: places from the root of the checkout, and first what is on lines that the base does not have, since a
 * log shows ten annotations of a kind and those on changed lines are in the difference of the pull request.
 */
export function pullRequestView(
  report: AuditReport,
  opened: Pick<Opened, "root" | "snapshot" | "base">,
  workspace: string,
): AuditReport {
  const prefix = prefixOf(opened.root, workspace);
  const isNew = newLines(opened);
  const changed = report.findings.filter(isNew);
  const ordered =
    changed.length === 0
      ? report.findings
      : [...changed, ...report.findings.filter((finding) => !changed.includes(finding))];
  const moved = (findings: readonly Finding[]): Finding[] => findings.map((finding) => relocated(finding, prefix));
  return { ...report, findings: moved(ordered), ...(report.fixed === undefined ? {} : { fixed: moved(report.fixed) }) };
}

/** "" for the root of the checkout, and for a root outside of it. */
function prefixOf(root: string, workspace: string): string {
  return pathBelow([realpathSync(workspace)], realpathSync(root), path) ?? "";
}

function relocated(finding: Finding, prefix: string): Finding {
  const below = (file: string): string => posix.join(prefix, file);
  const { claim, fact, suppression } = finding;
  return {
    ...finding,
    path: below(finding.path),
    claim: { ...claim, path: below(claim.path) },
    fact: { ...fact, ...(fact.path === undefined ? {} : { path: below(fact.path) }) },
    ...(suppression === undefined ? {} : { suppression: { ...suppression, path: below(suppression.path) } }),
  };
}

/** Whether a finding is on a line that its file does not have in the base. Without a base none does. */
function newLines({ base, snapshot }: Pick<Opened, "snapshot" | "base">): (finding: Finding) => boolean {
  if (base.kind !== "known") return () => false;
  const { facts } = base.value.model;
  const known = new Map<string, readonly [lines: readonly string[], before: ReadonlySet<string>]>();
  return ({ path, line, state }) => {
    if (state !== "introduced") return false;
    const read = known.get(path) ?? ([linesOf(snapshot.read(path)), new Set(linesOf(facts.paths.read(path)))] as const);
    known.set(path, read);
    const [lines, before] = read;
    return !before.has(lines[line - 1] ?? "");
  };
}

function linesOf(read: { readonly ok: boolean; readonly text?: string }): readonly string[] {
  return read.ok ? (read.text ?? "").split("\n") : [];
}
