import { type Measure, queueLint } from "../measure.ts";
import { medianTimes } from "../median-time.ts";
import { replayRepository } from "../repositories.ts";
import { git } from "../write-repository.ts";

const specs = 400;

/** A replay over 500 commits beside one audit and git log. */
export const replay: Measure = {
  name: "replay",
  title: "Replay, 400 specs, 500 commits",
  unit: "ms",
  targets: ["replay"],
  sizes: [specs],
  run({ runs }) {
    const root = replayRepository(specs);
    const first = git(root, "rev-list", "--max-parents=0", "HEAD").trim();
    const log = { name: "git log --name-only", program: "git", args: ["log", "--name-only"], cwd: root };
    const medians = medianTimes([queueLint(root, "queue-lint --no-cache", ["--no-cache"]), log, queueLint(root, "queue-lint replay", ["replay", "--since", first, "--json"])], runs);
    const time = (name: string): number => medians.get(name) ?? Number.NaN;
    return { medians, figures: { replay: time("queue-lint replay") / (time("queue-lint --no-cache") + time(log.name)) } };
  },
};
