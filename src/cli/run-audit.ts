import type { Command } from "commander";
import { UsageError } from "../core/errors.ts";
import type { AuditReport } from "../core/finding.ts";
import { narrowReport } from "../engine/narrow-report.ts";
import type { AuditCache } from "../cache/audit-cache.ts";
import type { LintOptions, Opened } from "../lint.ts";
import { printable } from "../reporters/printable.ts";
import type { RenderOptions, Reporter } from "../reporters/reporter.ts";
import { reporterLoaders } from "../reporters/reporter-loaders.ts";
import type { AuditFlags, Destination } from "./audit-flags.ts";
import { noteNested, noteRoot, noteUntracked } from "./audit-notes.ts";
import { boardData, refuseUnshown, type AuditedTree } from "./board-data.ts";
import { auditCache } from "./cached-audit.ts";
import type { CommandContext } from "./command-context.ts";
import { exitCode, type ExitCode } from "./exit-code.ts";
import { wantedFixes } from "./fix/fix-flags.ts";
import { usesColor, terminalWidth } from "./io.ts";
import { lintOptions } from "./options.ts";
import { reportAbout, shownPaths } from "./shown-paths.ts";

interface Invocation {
  readonly flags: AuditFlags;
  readonly command: Command;
}

/** What `queue-lint` does without a command. Rejects with a `UsageError` for bad input. */
export async function runAudit({ flags, command }: Invocation, context: CommandContext): Promise<void> {
  refuseContradictions(flags);
  const formats = (flags.format ?? []).map(({ name }) => name);
  await refuseUnshown(flags.since, formats);
  const words = command.args;
  const options = lintOptions(command, context.io);
  if (flags.watch === true && words.length > 0)
    throw new UsageError("--watch shows the whole audit.", "Leave the paths out, or run it without --watch.");
  if (flags.watch === true) return (await import("./run-watch.ts")).runWatch(flags, options, context.io);
  const cache = auditCache(flags, options, context.io);
  const known = cache?.read();
  if (known === undefined) return audit({ flags, words, options, cache }, context);
  noteRoot(known.report.root, options, { quiet: flags.quiet, io: context.io });
  const shown = reportAbout(known.report, pathsOf(words, { root: known.report.root, flags }, context), context.io);
  await writeReport(shown, { ...flags, data: {}, format: destinations(flags, known.preset) }, context);
  context.end(outcome(shown, flags.maxWarnings));
}

/** The paths that the command line names, from the root. */
function pathsOf(
  words: readonly string[],
  { root, flags }: { readonly root: string; readonly flags: AuditFlags },
  { io }: CommandContext,
): string[] {
  return shownPaths(words, { root, cwd: io.cwd, isElsewhere: flags.staged === true || flags.ref !== undefined });
}

interface AuditRun {
  readonly words: readonly string[];
  readonly flags: AuditFlags;
  readonly options: LintOptions;
  readonly cache: AuditCache | undefined;
}

async function audit({ flags, words, options, cache }: AuditRun, context: CommandContext): Promise<void> {
  const fixes = flags.fix !== undefined && flags.diff !== true;
  const open = fixes ? (await import("./fix/open-for-fixes.ts")).openForFixes : (await import("../lint.ts")).open;
  const opened = await open({ ...options, observer: cache?.footprint }, context.io);
  noteRoot(opened.root, options, { quiet: flags.quiet, io: context.io });
  if (flags.staged === true) await noteUntracked(opened, options, context.io);
  const paths = pathsOf(words, { root: opened.root, flags }, context);
  const audited = await auditAndFix(opened, { flags, paths }, context);
  const { report } = audited;
  const { config } = opened;
  const data = await boardData(
    audited,
    { ...options, formats: (flags.format ?? []).map(({ name }) => name), since: flags.since },
    context.io,
  );
  const failure = cache?.write({ preset: config.preset, report });
  // Somebody who asks for a cache wants to know; others lose nothing but time.
  if (failure !== undefined && flags.cache === true)
    context.io.stderr.write(`The cache is not written: ${printable(failure)}.\n`);
  await noteNested(report, opened, context.io);
  const shown = reportAbout(report, paths, context.io);
  await writeReport(shown, { ...flags, data, format: destinations(flags, config.preset) }, context);
  context.end(outcome(shown, flags.maxWarnings));
}

function refuseContradictions(flags: AuditFlags): void {
  if (flags.diff === true && flags.format?.some((one) => one.path === undefined) === true) {
    throw new UsageError(
      "--diff and --format both write to standard output.",
      "Give the format a path, as in --format json=audit.json.",
    );
  }
  if ((flags.fix !== undefined || flags.diff === true) && (flags.staged === true || flags.ref !== undefined)) {
    throw new UsageError(
      `Fixes change the work tree, and ${flags.staged === true ? "--staged" : "--ref"} audits another tree.`,
      "Fix first, then stage or commit what was fixed.",
    );
  }
}

/** The audit of the tree; after `--fix` that of what remains, with `--diff` that of the tree as it still is. */
async function auditAndFix(
  opened: Opened,
  { flags, paths }: { readonly flags: AuditFlags; readonly paths: readonly string[] },
  { io }: CommandContext,
): Promise<AuditedTree> {
  const { fix, report } = await import("../lint.ts");
  const wanted = wantedFixes(
    flags,
    opened.config.rules.map(({ id }) => id),
    paths,
  );
  if (wanted === undefined) return { opened, model: opened.model, report: report(opened) };
  const { fixSummary, offers, patchOf, unchosen } = await import("./fix/fix-summary.ts");
  if (flags.fix === "suggest" && flags.fixRule === undefined)
    throw unchosen(narrowReport(report(opened), paths).findings);
  const result = fix(opened, wanted);
  if (flags.diff === true) {
    io.stdout.write(patchOf(result, io));
    io.stderr.write(fixSummary(result, "would fix"));
    const audited = report(opened);
    const suggested = flags.fix === "suggest" ? "" : offers(narrowReport(audited, paths).findings, "suggest");
    if (suggested !== "") io.stderr.write(`with --fix=suggest RULE: ${printable(suggested)}\n`);
    return { opened, model: opened.model, report: audited };
  }
  const { writeFilesAtomically } = await import("./fix/write-files-atomically.ts");
  await writeFilesAtomically(result.changes, opened.root);
  io.stderr.write(fixSummary(result, "fixed"));
  return { opened, model: result.model, report: result.report };
}

/** Without a format for standard output the report is shown as the preset likes it; a patch is printed alone. */
function destinations({ format, diff }: AuditFlags, preset: string): readonly Destination[] {
  return format ?? (diff === true ? [] : [{ name: preset === "agent" ? "concise" : "text", path: undefined }]);
}

type ReportFlags = AuditFlags &
  Required<Pick<AuditFlags, "format">> & { readonly data: Pick<RenderOptions, "board" | "timeline"> };

async function writeReport(report: AuditReport, flags: ReportFlags, { io }: CommandContext): Promise<void> {
  const color = usesColor(io, flags.color);
  const shared = {
    quiet: flags.quiet === true,
    verbose: flags.verbose === true,
    showSuppressed: flags.showSuppressed === true,
    showExisting: flags.showExisting === true,
    ...(flags.maxTokens === undefined ? {} : { maxTokens: flags.maxTokens }),
    ...flags.data,
  };
  for (const { name, path } of flags.format) {
    const reporter = await reporterLoaders[name]?.();
    const shown = path === undefined && color;
    const text =
      reporter?.render(report, {
        ...shared,
        ...(await described(reporter)),
        color: shown,
        links: shown && io.stdout.isTTY,
        ...(path === undefined ? terminalWidth(io.stdout) : {}),
      }) ?? "";
    if (path === undefined) io.stdout.write(text);
    else await (await import("./fix/write-file-atomically.ts")).writeFileAtomically(path, text, { cwd: io.cwd });
  }
}

/** What the rules require, for a format that says it: loading all of them takes longer than a cached audit. */
async function described({ shows }: Reporter): Promise<Pick<RenderOptions, "descriptions">> {
  if (shows !== "rules") return {};
  const { rules } = await import("../rule-catalogue.ts");
  return { descriptions: new Map(rules.map(({ id, definition }) => [id, definition.meta.description])) };
}

function outcome({ summary }: AuditReport, maxWarnings: number | undefined): ExitCode {
  return summary.errors > 0 || (maxWarnings !== undefined && summary.warnings > maxWarnings)
    ? exitCode.findings
    : exitCode.ok;
}
