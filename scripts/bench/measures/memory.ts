import { type Measure, nodeFloor, queueLint } from "../measure.ts";
import { median } from "../median-time.ts";
import { peakMemory } from "../peak-memory.ts";
import { specRepository } from "../repositories.ts";

const specs = 4000;
/** Differs by a few MB from run to run. */
const runs = 3;

/** The most memory that a cold audit holds at once. */
export const memory: Measure = {
  name: "memory",
  title: "Peak memory, 4,000 specs",
  unit: "MB",
  targets: ["memory"],
  sizes: [specs],
  run() {
    const root = specRepository(specs);
    const commands = [nodeFloor(root), queueLint(root, "queue-lint --no-cache", ["--no-cache"])];
    const medians = new Map(
      commands.map((command) => [command.name, median(Array.from({ length: runs }, () => peakMemory(command)))]),
    );
    return { medians, figures: { memory: medians.get("queue-lint --no-cache") ?? Number.NaN } };
  },
};
