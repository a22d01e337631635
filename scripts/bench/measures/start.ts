import { type Measure, nodeFloor, queueLint, ratio } from "../measure.ts";
import { medianTimes } from "../median-time.ts";
import { specRepository } from "../repositories.ts";

const specs = 400;

/** What needs no repository, in one. */
export const start: Measure = {
  name: "start",
  title: "Start",
  unit: "ms",
  targets: ["version", "help", "explain"],
  sizes: [specs],
  run({ runs }) {
    const root = specRepository(specs);
    const command = (...args: readonly string[]) => queueLint(root, `queue-lint ${args.join(" ")}`, args);
    // They take little more than Node itself, where a millisecond counts.
    const medians = medianTimes(
      [nodeFloor(root), command("--version"), command("--help"), command("explain", "promotion/once")],
      3 * runs,
    );
    const over = (name: string): number => ratio(medians, name, "node -e 0");
    return {
      medians,
      figures: {
        version: over("queue-lint --version"),
        help: over("queue-lint --help"),
        explain: over("queue-lint explain promotion/once"),
      },
    };
  },
};
