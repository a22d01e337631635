import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Measure, gitStatus, nodeFloor, queueLint, ratio } from "../measure.ts";
import { medianTimes } from "../median-time.ts";
import { specRepository } from "../repositories.ts";
import { benchDirectory } from "../stored-repository.ts";

const sizes = [50, 400, 4000];

/** An audit of what did not change since the last one. The first turn, which does not count, fills the cache. */
export const warm: Measure = {
  name: "warm",
  title: "Warm (cached)",
  unit: "ms",
  targets: ["warm", "warmLarge"],
  sizes,
  run(bench) {
    const roots = new Map(
      sizes.filter((size) => bench.sizes.includes(size)).map((size) => [size, specRepository(size)]),
    );
    const commands = [...roots].flatMap(([size, root]) => {
      const cache = join(benchDirectory, `cache-${size}`);
      rmSync(cache, { recursive: true, force: true });
      return [
        gitStatus(root, `git status, ${size} specs`),
        queueLint(root, `queue-lint --cache, ${size} specs`, ["--cache", "--cache-location", cache]),
      ];
    });
    const medians = medianTimes([nodeFloor(import.meta.dirname), ...commands], bench.runs);
    const time = (name: string): number => medians.get(name) ?? Number.NaN;
    return {
      medians,
      figures: {
        ...(roots.has(400) ? { warm: ratio(medians, "queue-lint --cache, 400 specs", "node -e 0") } : {}),
        ...(roots.has(4000)
          ? { warmLarge: time("queue-lint --cache, 4000 specs") / (time("node -e 0") + time("git status, 4000 specs")) }
          : {}),
      },
    };
  },
};
