import type { Command } from "commander";
import type { BlamedFinding } from "../../engine/timeline.ts";
import { findingBlock, painter } from "../../reporters/finding-block.ts";
import { hangingLines } from "../../reporters/hanging-lines.ts";
import { printable, printableJson } from "../../reporters/printable.ts";
import type { RenderOptions } from "../../reporters/reporter.ts";
import type { CommandDefinition } from "../command-definition.ts";
import { terminalWidth, usesColor } from "../io.ts";
import { withCommitProgress } from "../progress.ts";
import { addOpenFlags, addRuleFlags, addWalkFlags, lintOptions, walkOptions } from "../options.ts";

const examples = `
Examples:
  npx queue-lint blame                 for each finding the commit in which claim and fact first disagreed
  npx queue-lint blame --since v1.0    look no further back than a commit
  npx queue-lint blame --json          for a program`;

export const blameCommand: CommandDefinition = {
  name: "blame",
  group: "Look back",
  description: "show for each finding the commit in which claim and fact first disagreed",
  define(command, { io }) {
    addWalkFlags(addRuleFlags(addOpenFlags(command)))
      .option("--json", "print the findings with their commits as JSON")
      .addHelpText("after", examples)
      .action(async (flags: { json?: boolean }, self: Command) => {
        const { blame } = await import("../../replay.ts");
        const { blamed, gap } = await withCommitProgress(io, (onCommit) =>
          blame({ ...lintOptions(self, io), ...walkOptions(self), onCommit }),
        );
        if (flags.json === true)
          io.stdout.write(
            printableJson({
              version: 1,
              findings: blamed.map(({ finding, since }) => ({ ...finding, since: since ?? null })),
            }),
          );
        else {
          const color = usesColor(io, true);
          const options = { color, links: color && io.stdout.isTTY, quiet: false, ...terminalWidth(io.stdout) };
          io.stdout.write(blamed.map((one) => shown(one, options, walkOptions(self).since)).join("\n"));
        }
        io.stderr.write(
          `${blamed.length === 0 ? "no findings" : blamed.length === 1 ? "1 finding" : `${blamed.length} findings`}${gap === undefined ? "" : `; ${gap}`}\n`,
        );
      });
  },
};

function shown({ finding, since }: BlamedFinding, options: RenderOptions, start: string | undefined): string {
  const label = painter(options)("dim", "since");
  const block = findingBlock(finding, options);
  return `${[block, ...hangingLines(`  ${label}  ${printable(sinceWords(since, start))}`, 9, options.width)].join("\n")}\n`;
}

function sinceWords(since: BlamedFinding["since"], start = "the first commit"): string {
  if (since === undefined) return "not committed: no commit has it, only the tree that was audited";
  const commit = `${since.id.slice(0, 7)} ${since.date.slice(0, 10)} ${since.author}: ${since.subject}`;
  if (since.moved === undefined) return `before ${start}: it was there in ${commit}`;
  const side = since.moved === "claim" ? "the document changed" : "what it speaks of changed";
  return `${commit} (${since.first ? "the first commit that was looked at" : side})`;
}
