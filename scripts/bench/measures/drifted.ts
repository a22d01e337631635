import { type Measure, queueLint, ratio } from "../measure.ts";
import { medianTimes } from "../median-time.ts";
import { driftedRepository, specRepository } from "../repositories.ts";

const specs = 400;

/** What it costs to look for 300 paths that are not there. */
export const drifted: Measure = {
  name: "drifted",
  title: "Cold, 400 specs with 100 dead anchors and 200 dead paths of evidence",
  unit: "ms",
  targets: ["drifted"],
  sizes: [specs],
  run({ runs }) {
    const clean = queueLint(specRepository(specs), "clean", ["--no-cache"]);
    // It exits 1 for what leads nowhere.
    const dead = { ...queueLint(driftedRepository(specs), "drifted", ["--no-cache"]), status: 1 };
    const medians = medianTimes([clean, dead], runs);
    return { medians, figures: { drifted: ratio(medians, dead.name, clean.name) } };
  },
};
