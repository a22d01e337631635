import { join, relative, sep } from "node:path";
import type { Command } from "commander";
import { UsageError } from "../../core/errors.ts";
import { shellWord } from "../../core/shell-word.ts";
import { changeBaseline, type BaselineChange, type BaselineComparison } from "../../engine/change-baseline.ts";
import { formatBaseline } from "../../engine/format-baseline.ts";
import { printable } from "../../reporters/printable.ts";
import type { Opened } from "../../lint.ts";
import type { CommandDefinition } from "../command-definition.ts";
import { addOnlineFlag, addOpenFlags, addRuleFlags, lintOptions } from "../options.ts";

const defaultPath = ".queue-lint-baseline.json";
const examples = `Examples:
  npx queue-lint baseline           record every finding of today in ${defaultPath}
  npx queue-lint --baseline ${defaultPath}
                                    audit, and show only what is new
  npx queue-lint baseline --prune   take out what no longer occurs
  npx queue-lint baseline --add     let it grow: record what is new, too`;

interface BaselineFlags {
  readonly output?: string;
  readonly add?: boolean;
  readonly prune?: boolean;
}

export const baselineCommand: CommandDefinition = {
  name: "baseline",
  group: "Check",
  description: "record the findings of today, so that an audit shows only new ones",
  examples,
  define(command, { io }) {
    addOnlineFlag(addRuleFlags(addOpenFlags(command)))
      .option("--output <file>", `where to write it (default: the baseline of the configuration, or ${defaultPath})`)
      .option("--add", "add findings to a baseline that is there already")
      .option("--prune", "remove what no longer occurs, and add nothing")

      .action(async (flags: BaselineFlags, self: Command) => {
        const { open, compareWithBaseline } = await import("../../lint.ts");
        const opened = await open({ ...lintOptions(self, io), baseline: flags.output });
        const path = opened.config.baseline ?? defaultPath;
        const shown = relative(io.cwd, join(opened.root, path)).split(sep).join("/");
        const comparison = compareWithBaseline(opened, path);
        refuse(comparison, flags, shown);
        const change = changeBaseline(comparison, {
          add: flags.add === true || !comparison.exists,
          prune: flags.prune === true,
        });
        if (!comparison.exists || change.added + change.removed > 0)
          await writeBaseline(path, formatBaseline(change.counts), opened);
        io.stderr.write(printable(summary(change, comparison, shown)) + "\n");
      });
  },
};

/** What somebody else recorded meanwhile is not overwritten. */
async function writeBaseline(path: string, text: string, { root, snapshot }: Opened): Promise<void> {
  const { writeFileAtomically } = await import("../fix/write-file-atomically.ts");
  const read = snapshot.read(path);
  // With core.autocrlf a checkout on Windows has other line ends: the file keeps those that it has.
  const ended = read.ok && read.text.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text;
  await writeFileAtomically(path, ended, { cwd: root, expected: { text: read.ok ? read.text : undefined } });
}

/** A baseline grows only when somebody says so: otherwise every new fault would be an old one the next time. */
function refuse({ exists, countsToBaseline }: BaselineComparison, { add, prune }: BaselineFlags, path: string): void {
  if (add === true) return;
  if (!exists && prune === true)
    throw new UsageError("There is no baseline to prune.", "Write one with “queue-lint baseline”.", path);
  const fresh = [...countsToBaseline.values()].reduce((sum, count) => sum + count, 0);
  if (!exists || prune === true || fresh === 0) return;
  throw new UsageError(
    `${findings(fresh)} ${fresh === 1 ? "is" : "are"} not in the baseline, and it does not grow by itself.`,
    `“queue-lint --baseline ${shellWord(path)}” shows them: correct them, or accept them with “queue-lint baseline --add”.`,
    path,
  );
}

function summary(
  { total, added, removed, stale }: BaselineChange,
  { exists }: BaselineComparison,
  path: string,
): string {
  const left =
    stale === 0
      ? ""
      : ` ${findings(stale)} of it no longer ${stale === 1 ? "occurs" : "occur"}; --prune takes ${stale === 1 ? "it" : "them"} out.`;
  if (!exists)
    return `Written to ${path}: ${findings(total)}. “queue-lint --baseline ${shellWord(path)}” hides ${total === 1 ? "it" : "them"}; the key “baseline” of the configuration does so always.`;
  if (added + removed === 0) return `${path} stays as it is: ${findings(total)}.${left}`;
  return `Written to ${path}: ${findings(total)} (${added} added, ${removed} removed).${left}`;
}

function findings(count: number): string {
  return count === 1 ? "1 finding" : `${count} findings`;
}
