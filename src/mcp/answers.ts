import { didYouMean } from "../config/nearest-word.ts";
import { UsageError } from "../core/errors.ts";
import type { AuditReport, Finding, Severity } from "../core/finding.ts";
import { unifiedDiff } from "../engine/unified-diff.ts";
import { judge } from "../guard/guard.ts";
import { quoted } from "../guard/quoted.ts";
import { verdictLine } from "../guard/verdict-text.ts";
import type { Moment } from "../guard/verdict.ts";
import { fix, selectNext, type LintOptions } from "../lint.ts";
import { agent } from "../reporters/formats/agent.ts";
import { printable } from "../reporters/printable.ts";
import type { Look } from "./warm-tree.ts";

/** Text for the model, and the same as data. Words of the repository are in quotation marks, or in fields. */
export interface ToolAnswer {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const ranks: readonly Severity[] = ["error", "warning", "info"];

export function nextItem({ opened: { model } }: Look): ToolAnswer {
  const { pick, considered } = selectNext(model);
  if (pick === undefined) {
    const active = considered.filter(({ candidate }) => candidate.role === "active");
    const why = active.map(({ candidate, reasons }) => `${quoted(candidate.title)}: ${reasons.join(" ")}`);
    const text = [
      "nothing may be picked",
      ...(why.length === 0 ? [`no active entry (${considered.length} others)`] : why),
    ];
    return { text: text.map(printable).join(" │ "), data: { next: null, reasons: why } };
  }
  const { title, location, priority, section } = pick;
  const place = `${location.path}:${location.line}`;
  return {
    text: printable(
      `${quoted(title)} │ ${place} │ ${priority === undefined ? "no priority" : `priority ${quoted(priority.text)}`}`,
    ),
    data: { next: { title, path: location.path, line: location.line, priority: priority?.text ?? null, section } },
  };
}

export interface ItemQuestion {
  readonly item?: string | undefined;
  readonly moment?: Exclude<Moment, "edit"> | undefined;
}

export function checkItem(
  { opened }: Look,
  { item, moment = "start" }: ItemQuestion,
  options: LintOptions,
): ToolAnswer {
  const named = item === undefined || item.trim() === "" ? undefined : { text: item, from: "argument" as const };
  const verdict = judge({ moment, named }, opened, options);
  const { kind, reasons, release, findings } = verdict;
  return {
    text: verdictLine(verdict),
    data: {
      verdict: kind,
      item: verdict.item ?? null,
      reasons,
      release,
      findings: findings.map(({ rule, path, line, message }) => ({ rule, path, line, message })),
    },
  };
}

export interface AuditQuestion {
  /** A file, or a directory with all that is below it. */
  readonly path?: string | undefined;
  /** The least severe that is shown. */
  readonly severity?: Severity | undefined;
  readonly maxTokens?: number | undefined;
  /** True for what the base has already as well. */
  readonly all?: boolean | undefined;
}

export function audit(
  { report }: Look,
  { path, severity = "info", maxTokens = 2_000, all = false }: AuditQuestion,
): ToolAnswer {
  const wanted = report.findings.filter(
    (finding) =>
      !finding.suppressed &&
      (all || finding.state !== "existing") &&
      ranks.indexOf(finding.severity) <= ranks.indexOf(severity) &&
      (path === undefined || isWithin(finding.path, path)),
  );
  const shown: AuditReport = { ...report, findings: wanted };
  const text = agent.render(shown, {
    color: false,
    links: false,
    quiet: false,
    verbose: false,
    showSuppressed: false,
    showExisting: all,
    maxTokens,
  });
  return {
    text: text.trimEnd(),
    data: {
      findings: wanted.length,
      base: report.base?.name ?? null,
      coverage: report.coverage,
      counts: countsOf(wanted),
    },
  };
}

function isWithin(path: string, directory: string): boolean {
  const wanted = directory.replace(/^\.\//, "");
  return path === wanted || path.startsWith(wanted.endsWith("/") ? wanted : `${wanted}/`);
}

function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}

/** What the fixes of a rule would change, as a patch, and the findings that it settles. Nothing is written. Throws a `UsageError` when the fixes are not safe. */
export function proposeFix({ opened }: Look, rule: string, path: string | undefined): ToolAnswer {
  const { ruleIds } = opened.config.catalogue;
  if (!ruleIds.includes(rule))
    throw new UsageError(
      `There is no rule ${quoted(rule)}${didYouMean(rule, ruleIds) || "."}`,
      "The resource queue-lint://rules lists the ids of all rules.",
    );
  const { changes, fixed } = fix(
    opened,
    (finding) => finding.rule === rule && (path === undefined || isWithin(finding.path, path)),
  );
  const settles = fixed.map((finding) => `${finding.path}:${finding.line} ${finding.message}`);
  const patch = changes.map((change) => unifiedDiff(change)).join("");
  const text =
    patch === ""
      ? `Nothing that ${rule} finds here can be fixed by a program.`
      : [
          `Settles ${settles.length} of ${rule}; nothing is written:`,
          ...settles.map(printable),
          "",
          ...patch.split("\n").map(printable),
        ].join("\n");
  return { text, data: { rule, settles, patch, paths: changes.map(({ path: changed }) => changed) } };
}
