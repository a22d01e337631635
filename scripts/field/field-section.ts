import type { Finding } from "../../src/core/finding.ts";
import { markdownTable } from "../markdown-table.ts";
import type { FieldAudit } from "./audit-repository.ts";
import { countDrifts, type Expectation } from "./expected-drifts.ts";
import { isAbout, verdictsOf, verdictWords, type Verdict } from "./verdicts.ts";

/** A finding of an audit with what was said of it. */
export interface JudgedFinding {
  readonly audit: FieldAudit;
  readonly finding: Finding;
  readonly verdict: Verdict | undefined;
}

/** Every finding of some audits with its verdict. */
export function judgedFindings(audits: readonly FieldAudit[], verdicts: readonly Verdict[]): JudgedFinding[] {
  return audits.flatMap((audit) => {
    const verdictOf = verdictsOf(verdicts, audit.repository);
    return audit.findings.map((finding) => ({ audit, finding, verdict: verdictOf(finding) }));
  });
}

/** The verdicts, with false findings that these audits do not report any more marked as gone. */
export function withGone(audits: readonly FieldAudit[], verdicts: readonly Verdict[]): Verdict[] {
  const found = new Set(judgedFindings(audits, verdicts).map(({ verdict }) => verdict));
  const audited = new Set(
    audits
      .filter(({ failure }) => failure === undefined)
      .flatMap(({ repository }) => verdicts.filter((verdict) => isAbout(verdict, repository))),
  );
  return verdicts.map((verdict) =>
    verdict.verdict === "false" && audited.has(verdict) && !found.has(verdict) ? { ...verdict, gone: true } : verdict,
  );
}

/** The part of docs/precision.md about public repositories: counts by repository and by rule. */
export function fieldSection(
  audits: readonly FieldAudit[],
  verdicts: readonly Verdict[],
  expectations: readonly Expectation[] = [],
): string {
  const all = judgedFindings(audits, verdicts);
  const failed = audits.flatMap(({ repository, failure }) =>
    failure === undefined ? [] : [`- ${repository.name} could not be audited: ${failure}`],
  );
  const rules = [...new Set(all.map(({ finding }) => finding.rule))].sort();
  return [
    "## On public repositories",
    "",
    `Errors and warnings of an audit without any configuration, on ${audits.length} public repositories. Both sides of each judged finding were looked at, by a reader or, where both are one word or a count, by a script, as strictly as the owner of the`,
    "repository would: *true* is what the owner would correct, *noise* what is so and of no use, *false* what is not so. What nobody has judged is not counted as true.",
    "`npm run field -- DIR --expected FILE` audits the repositories below a directory and writes this part; the verdicts are in `fixtures/field/verdicts.jsonl`.",
    "",
    summary(all, verdicts.filter(({ gone }) => gone === true).length),
    ...(failed.length === 0 ? [] : ["", ...failed]),
    "",
    table(
      "Rule",
      rules.map((rule) => [`[${rule}](rules/${rule}.md)`, all.filter(({ finding }) => finding.rule === rule)]),
    ),
    "",
    table(
      "Repository",
      audits.map((audit) => [
        `[${audit.repository.name}](https://github.com/${audit.repository.name}) at ${audit.repository.commit ?? "?"}`,
        all.filter((one) => one.audit === audit),
      ]),
    ),
    ...(expectations.length === 0 ? [] : driftLines(audits, expectations)),
  ].join("\n");
}

/** How many of the contradictions that people found before any audit were found, by repository and by rule. */
function driftLines(audits: readonly FieldAudit[], expectations: readonly Expectation[]): string[] {
  const counts = audits.map((audit) => ({ audit, count: countDrifts(audit, expectations) }));
  const sum = (of: (one: (typeof counts)[number]["count"]) => number): number =>
    counts.reduce((all, { count }) => all + of(count), 0);
  const [drifts, found, accused] = [sum((one) => one.drifts), sum((one) => one.found), sum((one) => one.accused)];
  const rules = [...new Set(counts.flatMap(({ count }) => [...count.byRule.keys()]))].sort();
  return [
    "",
    "### What is found of what people found",
    "",
    `The same repositories were read before any audit, and ${drifts} contradictions were written down, and what only looks like one. An audit finds ${found} of the contradictions: something is said`,
    `within two lines of the place, at whatever level; what takes the place of many counts where it is. At ${accused} lines that only look wrong it says an error or a warning.`,
    "",
    markdownTable(
      ["Repository", "Layouts", "Contradictions", "Found", "Missed"],
      counts
        .filter(({ count }) => count.drifts > 0)
        .map(({ audit: { repository, layouts }, count }) => [
          `${repository.name} at ${repository.commit ?? "?"}`,
          layouts.join(", "),
          String(count.drifts),
          String(count.found),
          String(count.drifts - count.found),
        ]),
    ),
    "",
    markdownTable(
      ["Rule", "Contradictions found"],
      rules.map((rule) => [`[${rule}](rules/${rule}.md)`, String(sum(({ byRule }) => byRule.get(rule) ?? 0))]),
    ),
  ];
}

function summary(all: readonly JudgedFinding[], gone: number): string {
  const [held, noise, wrong] = verdictWords.map((word) => countOf(all, word));
  return `${all.length} findings, ${(held ?? 0) + (noise ?? 0) + (wrong ?? 0)} of them judged: ${held} true, ${noise} noise, ${wrong} false. ${gone} findings that were false once are gone.`;
}

function table(title: string, rows: readonly (readonly [string, readonly JudgedFinding[]])[]): string {
  return markdownTable(
    [title, "Findings", "True", "Noise", "False", "Unjudged"],
    rows.map(([name, all]) => [
      name,
      String(all.length),
      ...verdictWords.map((word) => String(countOf(all, word))),
      String(all.filter(({ verdict }) => verdict === undefined).length),
    ]),
  );
}

function countOf(all: readonly JudgedFinding[], word: Verdict["verdict"]): number {
  return all.filter(({ verdict }) => verdict?.verdict === word).length;
}
