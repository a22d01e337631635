import { parseConfig } from "../../config/parse-config.ts";
import type { AuditReport } from "../../core/finding.ts";
import type { Snapshot } from "../../core/snapshot.ts";
import { lintSnapshot } from "../../api/lint-snapshot.ts";
import { claimsLine, countLine } from "../../reporters/summary-lines.ts";
import { printable } from "../../reporters/printable.ts";
import { rules } from "../../rule-catalogue.ts";

/** What an audit says with a proposed configuration. Nothing is written for it. */
export function auditProposal(draft: string, snapshot: Snapshot): AuditReport {
  return lintSnapshot(snapshot, {
    config: parseConfig({ path: "queue-lint.config.jsonc", text: draft, format: "jsonc" }, rules),
  });
}

/** What follows from a proposal, and the next command. */
export function outlookLines(report: AuditReport, nested: readonly string[]): string[] {
  const others = nestedLines(nested);
  if (isEmpty(report))
    return [...others, nested.length > 0 ? "Nothing is planned at this root itself." : emptyWords(report)];
  return [
    `With it the audit says: ${countLine(report)}; ${claimsLine(report)}.`,
    ...ruleLines(report),
    ...others,
    report.summary.errors > 0
      ? "Correct them (queue-lint shows each; --diff what can be fixed), or begin from here: queue-lint baseline records them, and only new ones fail."
      : "The gate is green. queue-lint init --hook pre-commit, or --ci github, keeps it so.",
  ];
}

function nestedLines(nested: readonly string[]): string[] {
  const [first, ...others] = nested.map((path) => printable(path));
  if (first === undefined) return [];
  const all = [first, ...others].join(", ");
  return [`Projects of their own: ${all}. Each has its own configuration: queue-lint init --root ${first}`];
}

const mostRules = 8;

/** "active/required-fields 3, status/tasks-complete-open 1", of errors and warnings. */
function ruleLines({ findings }: AuditReport): string[] {
  const counts = new Map<string, number>();
  for (const { rule, suppressed, severity } of findings)
    if (!suppressed && severity !== "info") counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const all = [...counts].sort(([, one], [, other]) => other - one).map(([rule, count]) => `${rule} ${count}`);
  const shown = all.length > mostRules ? [...all.slice(0, mostRules), "…"] : all;
  return shown.length === 0 ? [] : [`  ${shown.join(", ")}`];
}

/** Whether an audit with the proposal would read nothing: such a configuration helps nobody. */
export function isEmpty({ inputs, layouts = [] }: AuditReport): boolean {
  return inputs.length === 0 && layouts.length === 0;
}

function emptyWords({ seen }: AuditReport): string {
  return seen.length === 0
    ? "No planning was found here. queue-lint init --queue writes a short queue to begin with; queue-lint demo shows what an audit finds."
    : `Work seems to be planned in ${seen.map((path) => printable(path)).join(", ")}, in a way that is not known. Name the documents in the configuration, or write a queue: queue-lint init --queue.`;
}
