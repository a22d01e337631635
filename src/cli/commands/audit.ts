import { InvalidArgumentError, Option, type Command } from "commander";
import { reporterLoaders } from "../../reporters/reporter-loaders.ts";
import { didYouMean } from "../../config/nearest-word.ts";
import type { AuditFlags, Destination } from "../audit-flags.ts";
import type { CommandDefinition } from "../command-definition.ts";
import { addFixFlags } from "../fix/fix-flags.ts";
import { addOnlineFlag, addOpenFlags, addRuleFlags, addTreeFlags } from "../options.ts";

const formatNames = Object.keys(reporterLoaders);

const examples = `Examples:
  npx queue-lint                            audit the repository around the current directory
  npx queue-lint docs/queue.md              show only the findings about this file, or below this directory
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

Exit status, by the findings that are shown: 0 nothing at error level, 1 error findings or too many warnings, 2 bad input.`;

/** Also what the program does without a command. */
export const auditCommand: CommandDefinition = {
  name: "audit",
  group: "Check",
  description: "check every claim (what is done without a command)",
  argument: ["[paths...]", "show only the findings about these files, or below these directories"],
  examples,
  define(command, context) {
    addSpeedFlags(addOnlineFlag(addFixFlags(addRuleFlags(addTreeFlags(addOpenFlags(command))))))
      .optionsGroup("Output:")
      .option(
        "--format <name[=path]>",
        `output: ${formatNames.join(", ")}; with a path, to a file (repeatable)`,
        collectFormat,
      )
      .option("--json", "the same as --format json")
      .option("--output-file <path>", "write there what would go to standard output")
      .option("--quiet", "show errors only")
      .option("--verbose", "name the rules that do not apply here")
      .option("--show-existing", "with --base, show also what was there before")
      .option("--show-suppressed", "show also what comments and baseline hide, with the reason")
      .option(
        "--max-tokens <n>",
        "with the format agent, leave out what goes beyond about so many tokens, and say so",
        readCount,
      )
      .option("--since <ref>", "with the format html, show the findings of each commit after this one over time")
      .option("--no-color", "no colour, also in a terminal")
      .optionsGroup("What fails:")
      .option("--max-warnings <n>", "fail when there are more warnings than this", readCount)
      .option("--baseline <file>", "hide the findings that this file records (see “queue-lint baseline”)")
      .option("--no-baseline", "use no baseline, whatever the configuration says")
      .option(
        "--base <ref>",
        "fail only for what is not in this commit yet; “auto” finds it from the CI or the upstream branch",
      )
      .addOption(
        new Option(
          "--config-from <tree>",
          "with a base, whose configuration judges: that of the audited tree, or of the base",
        ).choices(["tree", "base"]),
      )
      .option("--allow-baseline-growth", "with a base, accept a baseline that holds more than before")
      .action(async (...given: unknown[]) => {
        // Without the command there is no argument before the flags.
        const self = given.at(-1) as Command;
        const { runAudit } = await import("../run-audit.ts");
        await runAudit({ flags: auditFlags(self), command: self }, context);
      });
  },
};

function addSpeedFlags(command: Command): Command {
  return command
    .optionsGroup("Speed:")
    .option("--cache", "use what an audit of the same files found before (default: outside CI)")
    .option("--no-cache", "look at everything again, and keep nothing")
    .option(
      "--cache-location <dir>",
      "where the cache is (default: node_modules/.cache/queue-lint, or your cache folder)",
    )
    .option("--watch", "audit again after each change, and show what came and went, until Ctrl-C");
}

const shownText: Destination = { name: "text", path: undefined };

/** `--json` is one more format, for standard output, which `--output-file` sends to a file. */
function auditFlags(command: Command): AuditFlags {
  const { json, outputFile, ...flags } = command.opts<
    AuditFlags & { readonly json?: boolean; readonly outputFile?: string }
  >();
  const asked =
    json === true && flags.format?.some(({ name, path }) => name === "json" && path === undefined) !== true
      ? collectFormat("json", flags.format)
      : flags.format;
  if (outputFile === undefined) return asked === undefined ? flags : { ...flags, format: asked };
  const shown = asked?.some(({ path }) => path === undefined) === true ? asked : [...(asked ?? []), shownText];
  return { ...flags, format: shown.map(({ name, path = outputFile }) => ({ name, path })) };
}

function collectFormat(value: string, earlier: readonly Destination[] = []): Destination[] {
  const [name = "", ...rest] = value.split("=");
  if (!formatNames.includes(name))
    throw new InvalidArgumentError(
      `There is no format “${name}”${didYouMean(name, formatNames) || "."} Formats are ${formatNames.join(", ")}.`,
    );
  const path = rest.join("=");
  if (rest.length > 0 && path === "") throw new InvalidArgumentError("A path must follow the equals sign.");
  if (path === "" && earlier.some((one) => one.path === undefined))
    throw new InvalidArgumentError("Only one format can go to standard output; give the other a path.");
  return [...earlier, { name, path: path === "" ? undefined : path }];
}

function readCount(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("Write a whole number from 0.");
  return Number(value);
}
