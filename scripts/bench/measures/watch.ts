import { join } from "node:path";
import { type Measure, nodeFloor, queueLint, ratio } from "../measure.ts";
import { medianTimes } from "../median-time.ts";
import { specRepository } from "../repositories.ts";
import { benchDirectory } from "../stored-repository.ts";
import { watchTime } from "../watch-time.ts";

const specs = 400;

/** From a save of the queue to the end of the audit that follows it. */
export const watch: Measure = {
  name: "watch",
  title: "Watching, 400 specs",
  unit: "ms",
  targets: ["watch"],
  sizes: [specs],
  async run({ runs }) {
    const root = specRepository(specs);
    const command = queueLint(root, "one save", [
      "--watch",
      "--cache",
      "--cache-location",
      join(benchDirectory, "cache-watch"),
    ]);
    const before = medianTimes([nodeFloor(root)], runs);
    const medians = new Map([
      ...before,
      [command.name, await watchTime(command, join(root, "docs/product/spec-candidates.md"), 2 * runs)],
    ]);
    return { medians, figures: { watch: ratio(medians, command.name, "node -e 0") } };
  },
};
