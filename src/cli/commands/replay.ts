import type { Command } from "commander";
import type { TimelinePoint } from "../../engine/timeline.ts";
import { printable, printableJson } from "../../reporters/printable.ts";
import { timelineChart } from "../../reporters/timeline-chart.ts";
import type { CommandDefinition } from "../command-definition.ts";
import { withCommitProgress } from "../progress.ts";
import { addOpenFlags, addRuleFlags, addWalkFlags, lintOptions, walkOptions } from "../options.ts";

const examples = `
Examples:
  npx queue-lint replay --since v1.0           audit each commit since then, and draw the findings over time
  npx queue-lint replay --json > findings.json the same for a program: counts, what was introduced and what was fixed`;

export const replayCommand: CommandDefinition = {
  name: "replay",
  group: "Look back",
  description: "audit each commit that touched a planning document or a spec, and show the findings over time",
  define(command, { io }) {
    addWalkFlags(addRuleFlags(addOpenFlags(command)))
      .option("--json", "print every commit as JSON")
      .addHelpText("after", examples)
      .action(async (flags: { json?: boolean }, self: Command) => {
        const { replay } = await import("../../replay.ts");
        const { opened, timeline, gap } = await withCommitProgress(io, (onCommit) =>
          replay({ ...lintOptions(self, io), ...walkOptions(self), onCommit }),
        );
        const { points } = timeline;
        io.stdout.write(
          flags.json === true
            ? printableJson({ version: 1, root: opened.root, commits: points })
            : shown(points, io.stdout.columns ?? 80),
        );
        io.stderr.write(
          `${points.length} ${points.length === 1 ? "commit" : "commits"} audited${gap === undefined ? "" : `; ${gap}`}\n`,
        );
      });
  },
};

/** The chart, and below it the commits that brought or settled something. */
function shown(points: readonly TimelinePoint[], width: number): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return "no commit touched a planning document or a spec\n";
  const turns = points.filter(({ introduced, fixed }) => introduced.length + fixed.length > 0).map(turn);
  return (
    [`${first.date.slice(0, 10)} to ${last.date.slice(0, 10)}`, timelineChart(points, width), "", ...turns]
      .join("\n")
      .trimEnd() + "\n"
  );
}

function turn({ id, date, subject, introduced, fixed }: TimelinePoint): string {
  const changes = [
    ...(introduced.length === 0 ? [] : [`+${introduced.length}`]),
    ...(fixed.length === 0 ? [] : [`-${fixed.length}`]),
  ].join(" ");
  const rules = [...new Set(introduced.map(({ rule }) => rule))].join(", ");
  return printable(
    `${date.slice(0, 10)}  ${id.slice(0, 7)}  ${changes.padEnd(8)}${subject}${rules === "" ? "" : `  (${rules})`}`,
  );
}
