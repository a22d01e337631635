import type { AuditReport, Finding } from "../core/finding.ts";
import { printable } from "./printable.ts";
import type { RenderOptions } from "./reporter.ts";

/** The findings that are to be shown, in order. */
export function shownFindings(
  report: AuditReport,
  {
    quiet,
    showSuppressed = false,
    showExisting = false,
  }: Pick<RenderOptions, "quiet" | "showSuppressed" | "showExisting">,
): readonly Finding[] {
  const wanted = (finding: Finding): boolean =>
    finding.suppressed ? showSuppressed : showExisting || finding.state !== "existing";
  return report.findings.filter((finding) => wanted(finding) && (!quiet || finding.severity === "error"));
}

/** Whether a finding that is shown fails no run, because the base has it already. */
export function isExisting({ state, suppressed }: Finding): boolean {
  return state === "existing" && !suppressed;
}

/** Why a finding is hidden, and where that is said: "the vendor decides (docs/queue.md:4)"; undefined when it is not. */
export function hiddenBecause({ suppressed, suppression }: Finding): string | undefined {
  if (!suppressed) return undefined;
  return suppression === undefined
    ? "it is suppressed"
    : printable(`${suppression.reason} (${suppression.path}:${suppression.line})`);
}

/** "2 errors, 1 warning", or "no findings"; with a base "since main: 1 error introduced, 3 existing, 2 fixed"; with paths "no findings in docs (elsewhere: 1 error)". */
export function countLine(report: AuditReport): string {
  const { summary, base } = report;
  const said = severityCounts(summary);
  const rest = [
    [summary.existing ?? 0, "existing"],
    [(summary.fixed ?? 0) - (summary.gone ?? 0), "fixed"],
    [summary.gone ?? 0, "gone"],
    [summary.suppressed, "suppressed"],
  ] as const;
  const others = rest.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  if (base === undefined)
    return (said.length + others.length === 0 ? "no findings" : [...said, ...others].join(", ")) + elsewhere(report);
  const introduced = said.length === 0 ? "nothing introduced" : `${said.join(", ")} introduced`;
  return `since ${printable(base.name)} (${base.commit.slice(0, 7)}): ${[introduced, ...others].join(", ")}${elsewhere(report)}`;
}

/** What the paths of a run leave out, so that no green line stands for the whole. */
function elsewhere({ narrowed }: AuditReport): string {
  if (narrowed === undefined) return "";
  const others = severityCounts(narrowed);
  const more = others.length === 0 ? "" : ` (elsewhere: ${others.join(", ")})`;
  return ` in ${narrowed.paths.map((path) => printable(path)).join(", ")}${more}`;
}

function severityCounts({
  errors,
  warnings,
  infos,
}: Readonly<Record<"errors" | "warnings" | "infos", number>>): string[] {
  const counts = [
    [errors, "error", "errors"],
    [warnings, "warning", "warnings"],
    [infos, "advisory", "advisories"],
  ] as const;
  return counts.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
}

/** More rules than these share one line when they have one reason. */
const mostNamed = 2;

/** What could not run, with the reason: one line for each rule, or one for all that have the same reason. */
export function notCheckedLines({ notChecked }: AuditReport): string[] {
  const reasons = new Map<string, string[]>();
  for (const { rule, reason } of notChecked) reasons.set(reason, [...(reasons.get(reason) ?? []), rule]);
  return [...reasons].flatMap(([reason, rules]) =>
    rules.length > mostNamed
      ? [severalNotChecked(rules, reason)]
      : rules.map((rule) => `not checked  ${rule}: ${printable(reason)}`),
  );
}

function severalNotChecked(rules: readonly string[], reason: string): string {
  const groups = [...new Set(rules.map((rule) => rule.split("/", 1)[0] ?? ""))];
  return `not checked  ${rules.length} rules of ${groups.join(", ")}: ${printable(reason)}`;
}

/** "214 claims: 211 true, 2 broken, 1 not checked": what every audit ends with. */
export function claimsLine({ coverage: { examined, held, broken, notChecked } }: AuditReport): string {
  if (examined === 0) return "0 claims";
  const said = [
    [held, "true"],
    [broken, "broken"],
    [notChecked, "not checked"],
  ] as const;
  const parts = said.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `${examined} ${examined === 1 ? "claim" : "claims"}: ${parts.join(", ")}`;
}

/** "3 can be fixed with --fix, 2 with --fix=suggest RULE"; empty when nothing can. Fixes of hidden findings do not count. */
export function fixableWords(findings: readonly Finding[]): string {
  const shown = findings.filter(({ suppressed }) => !suppressed);
  const safe = shown.filter(({ fix }) => fix?.kind === "safe").length;
  const suggested = shown.filter(({ fix }) => fix?.kind === "suggest").length;
  if (safe + suggested === 0) return "";
  if (safe === 0) return `${suggested} can be fixed with --fix=suggest RULE`;
  return `${safe} can be fixed with --fix${suggested === 0 ? "" : `, ${suggested} with --fix=suggest RULE`}`;
}

/** "17 rules do not apply or could not run: --verbose says why"; empty when all ran. */
export function idleWords({ notApplicable, notChecked }: AuditReport): string {
  const rules = (all: readonly { readonly rule: string }[]): Set<string> => new Set(all.map(({ rule }) => rule));
  const count = rules([...notApplicable, ...notChecked]).size;
  if (count === 0) return "";
  const verb = count === 1 ? "does" : "do";
  const what = [
    ...(notApplicable.length > 0 ? [`${verb} not apply`] : []),
    ...(notChecked.length > 0 ? ["could not run"] : []),
  ];
  return `${count} ${count === 1 ? "rule" : "rules"} ${what.join(" or ")}: --verbose says why`;
}

/** So many places are named. */
const mostPlaces = 3;

/** What was read as nothing: "2 lines in sections with a role were read as nothing: docs/q.md:4, …". No line when nothing was. */
export function unreadLine({ coverage }: AuditReport): string[] {
  const unread = coverage.unread ?? [];
  const lines = unread.filter(({ text }) => text !== undefined).length;
  if (unread.length === 0) return [];
  const files = unread.length - lines;
  const what = [
    ...(lines === 0 ? [] : [`${lines} ${lines === 1 ? "line" : "lines"} in sections with a role`]),
    ...(files === 0 ? [] : [`${files} ${files === 1 ? "file" : "files"}`]),
  ].join(" and ");
  const places = unread.slice(0, mostPlaces).map(({ path, line }) => `${path}:${line}`);
  const more = unread.length > mostPlaces ? ", …" : "";
  const were = unread.length === 1 ? "was" : "were";
  return [printable(`${what} ${were} read as nothing: ${places.join(", ")}${more}; entries --unread lists them`)];
}

/** Which layouts were used and what proves them: "layout  plan folders (docs/plans)". No line when none was. */
export function layoutLine({ layouts = [] }: AuditReport): string[] {
  const used = layouts.map(({ title, because }) => `${title} (${because[0] ?? "configured"})`);
  return used.length === 0 ? [] : [`layout  ${printable(used.join(", "))}`];
}

/** "fixed  promotion/once  docs/queue.md: Kiln", or "gone  …" for a finding that went with its file: nobody has corrected that. */
export function fixedLine({ gone, rule, path, claim }: Finding): string {
  return `${gone === true ? "gone " : "fixed"}  ${rule}  ${printable(`${path}: ${claim.text}`)}`;
}
