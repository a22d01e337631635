import { InvalidArgumentError, type Command } from "commander";
import { didYouMean } from "../../config/nearest-word.ts";
import { UsageError } from "../../core/errors.ts";
import type { AuditReport } from "../../core/finding.ts";
import { reporters } from "../../reporters/index.ts";
import type { RenderOptions } from "../../reporters/reporter.ts";
import type { Opened } from "../../lint.ts";
import { boardData, refuseUnshown, type Audited } from "../board-data.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { usesColor } from "../io.ts";
import { addFixFlags, wantedFixes, type FixFlags } from "../fix-flags.ts";
import { fixSummary, patchOf } from "../fix-summary.ts";
import { addOnlineFlag, addOpenFlags, addRuleFlags, addTreeFlags, lintOptions } from "../options.ts";
import type { CommandContext } from "../command-context.ts";
import { unknownCommand } from "../unknown-command.ts";
import { writeFileAtomically } from "../write-file-atomically.ts";
import { writeFilesAtomically } from "../write-files-atomically.ts";

interface Destination {
  readonly name: string;
  /** Undefined for standard output. */
  readonly path: string | undefined;
}

interface AuditFlags extends FixFlags {
  readonly format?: readonly Destination[];
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly showSuppressed?: boolean;
  readonly showExisting?: boolean;
  readonly maxTokens?: number;
  readonly staged?: boolean;
  readonly ref?: string;
  readonly since?: string;
  readonly color: boolean;
}

const examples = `
Examples:
  npx queue-lint                            audit the repository around the current directory
  npx queue-lint --root ../shop             audit another one
  npx queue-lint --format json=audit.json   write the whole report to a file
  npx queue-lint --rule promotion/once:off --max-warnings 0
  npx queue-lint --diff                     what the safe fixes would change
  npx queue-lint --fix                      apply them, and report what remains
  npx queue-lint --fix=suggest active/not-specced
                                            apply what one rule suggests
  npx queue-lint --staged                   audit what the next commit would hold
  npx queue-lint --base origin/main         fail only for what the branch breaks
  npx queue-lint next                       what may be picked next
  npx queue-lint --format html=report.html --since v1.0
                                            a page with the queue as a board, and the findings over time

Exit status: 0 nothing at error level, 1 error findings or too many warnings, 2 bad input.`;

/** The default command. */
export function defineAudit(command: Command, context: CommandContext): void {
  addOnlineFlag(addFixFlags(addRuleFlags(addTreeFlags(addOpenFlags(command)))))
    .option("--format <name[=path]>", `output: ${Object.keys(reporters).join(", ")}; with a path, to a file (repeatable)`, collectFormat)
    .option("--quiet", "show errors only")
    .option("--max-warnings <n>", "fail when there are more warnings than this", readCount)
    .option("--baseline <file>", "hide the findings that this file records (see “queue-lint baseline”)")
    .option("--no-baseline", "use no baseline, whatever the configuration says")
    .option("--base <ref>", "fail only for what is not in this commit yet; “auto” finds it from the CI or the upstream branch")
    .option("--allow-baseline-growth", "with a base, accept a baseline that holds more than before")
    .option("--show-existing", "with --base, show also what was there before")
    .option("--show-suppressed", "show also what comments and baseline hide, with the reason")
    .option("--max-tokens <n>", "with the format agent, leave out what goes beyond about so many tokens, and say so", readCount)
    .option("--since <ref>", "with the format html, show the findings of each commit behind this one over time")
    .option("--no-color", "no colour, also in a terminal")
    .addHelpText("after", examples)
    .action(async (flags: AuditFlags, self: Command) => {
      if (self.args[0] !== undefined) throw unknownCommand(self.args[0]);
      if (flags.diff === true && flags.format?.some((one) => one.path === undefined) === true) {
        throw new UsageError("--diff and --format both write to standard output.", "Give the format a path, as in --format json=audit.json.");
      }
      if ((flags.fix !== undefined || flags.diff === true) && (flags.staged === true || flags.ref !== undefined)) {
        throw new UsageError(`Fixes change the work tree, and ${flags.staged === true ? "--staged" : "--ref"} audits another tree.`, "Fix first, then stage or commit what was fixed.");
      }
      const formats = (flags.format ?? []).map(({ name }) => name);
      refuseUnshown(flags.since, formats);
      const { open } = await import("../../lint.ts");
      const options = lintOptions(self, context.io);
      const audited = await auditAndFix(await open(options), flags, context);
      const data = await boardData(audited, { ...options, formats, since: flags.since }, context.io);
      await writeReport(audited, { ...flags, data, format: destinations(flags, audited.opened.config.preset) }, context);
      context.end(outcome(audited.report, flags.maxWarnings));
    });
}

/** The audit of the tree; after `--fix` that of what remains, with `--diff` that of the tree as it still is. */
async function auditAndFix(opened: Opened, flags: AuditFlags, { io }: CommandContext): Promise<Audited> {
  const [{ fix, report }, { rules }] = await Promise.all([import("../../lint.ts"), import("../../rule-catalogue.ts")]);
  const wanted = wantedFixes(flags, rules.map((rule) => rule.id));
  if (wanted === undefined) return { opened, model: opened.model, report: report(opened) };
  const result = fix(opened, wanted);
  if (flags.diff === true) {
    io.stdout.write(patchOf(result, io));
    io.stderr.write(fixSummary(result, "would fix"));
    return { opened, model: opened.model, report: report(opened) };
  }
  await writeFilesAtomically(result.changes, opened.root);
  io.stderr.write(fixSummary(result, "fixed"));
  return { opened, model: result.model, report: result.report };
}

function collectFormat(value: string, earlier: readonly Destination[] = []): Destination[] {
  const [name = "", ...rest] = value.split("=");
  if (!Object.hasOwn(reporters, name)) throw new InvalidArgumentError(`There is no format “${name}”${didYouMean(name, Object.keys(reporters)) || "."} Formats are ${Object.keys(reporters).join(", ")}.`);
  const path = rest.join("=");
  if (rest.length > 0 && path === "") throw new InvalidArgumentError("A path must follow the equals sign.");
  if (path === "" && earlier.some((one) => one.path === undefined)) throw new InvalidArgumentError("Only one format can go to standard output; give the other a path.");
  return [...earlier, { name, path: path === "" ? undefined : path }];
}

function readCount(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("Write a whole number from 0.");
  return Number(value);
}

/** Without a format for standard output the report is shown as the preset likes it; a patch stands there alone. */
function destinations({ format, diff }: AuditFlags, preset: string): readonly Destination[] {
  return format ?? (diff === true ? [] : [{ name: preset === "agent" ? "concise" : "text", path: undefined }]);
}

type Written = AuditFlags & Required<Pick<AuditFlags, "format">> & { readonly data: Pick<RenderOptions, "board" | "timeline"> };

async function writeReport({ report }: Audited, flags: Written, { io }: CommandContext): Promise<void> {
  const color = usesColor(io, flags.color);
  const { rules } = await import("../../rule-catalogue.ts");
  const shared = {
    quiet: flags.quiet === true, showSuppressed: flags.showSuppressed === true, showExisting: flags.showExisting === true,
    descriptions: new Map(rules.map(({ id, definition }) => [id, definition.meta.description])), ...(flags.maxTokens === undefined ? {} : { maxTokens: flags.maxTokens }), ...flags.data,
  };
  for (const { name, path } of flags.format) {
    const shown = path === undefined && color;
    const text = reporters[name]?.render(report, { ...shared, color: shown, links: shown && io.stdout.isTTY }) ?? "";
    if (path === undefined) io.stdout.write(text);
    else await writeFileAtomically(path, text, io.cwd);
  }
}

function outcome({ summary }: AuditReport, maxWarnings: number | undefined): ExitCode {
  return summary.errors > 0 || (maxWarnings !== undefined && summary.warnings > maxWarnings) ? exitCode.findings : exitCode.ok;
}
