import { type Measure, queueLint, ratio } from "../measure.ts";
import { medianTimes } from "../median-time.ts";
import { specRepository } from "../repositories.ts";

const specs = 400;

/** What --base and --staged cost beside a plain audit, where the two trees share all but ten files. */
export const base: Measure = {
  name: "base",
  title: "Other trees, cold, 400 specs",
  unit: "ms",
  targets: ["staged", "base"],
  sizes: [specs],
  run({ runs }) {
    const root = specRepository(specs);
    const audit = (name: string, ...args: readonly string[]) => queueLint(root, name, ["--no-cache", ...args]);
    const medians = medianTimes(
      [audit("plain"), audit("--staged", "--staged"), audit("--base HEAD~1", "--base", "HEAD~1")],
      runs,
    );
    return {
      medians,
      figures: { staged: ratio(medians, "--staged", "plain"), base: ratio(medians, "--base HEAD~1", "plain") },
    };
  },
};
