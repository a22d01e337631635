import { type Measure, nodeFloor, queueLint, ratio } from "../measure.ts";
import { medianTimes } from "../median-time.ts";
import { specRepository } from "../repositories.ts";

const sizes = [50, 400, 4000];
const name = (size: number): string => `queue-lint --no-cache, ${size} specs`;

/** Cold audits of repositories that grow. */
export const growth: Measure = {
  name: "growth",
  title: "Cold, by size",
  unit: "ms",
  targets: ["growth"],
  sizes,
  run(bench) {
    const chosen = sizes.filter((size) => bench.sizes.includes(size));
    const medians = medianTimes(
      [
        nodeFloor(import.meta.dirname),
        ...chosen.map((size) => queueLint(specRepository(size), name(size), ["--no-cache"])),
      ],
      bench.runs,
    );
    return {
      medians,
      figures:
        chosen.includes(400) && chosen.includes(4000)
          ? { growth: Math.log10(ratio(medians, name(4000), name(400))) }
          : {},
    };
  },
};
