import { type Measure, queueLint } from "../measure.ts";
import { medianTimes } from "../median-time.ts";
import { replayRepository } from "../repositories.ts";
import { git } from "../write-repository.ts";

const specs = 400;

/** A replay over 500 commits beside one audit of the last commit and git log. The work tree, which holds the same, is audited as well: that takes less, as its files need not be asked of git. */
export const replay: Measure = {
  name: "replay",
  title: "Replay, 400 specs, 500 commits",
  unit: "ms",
  targets: ["replay", "replayOfTree"],
  sizes: [specs],
  run({ runs }) {
    const root = replayRepository(specs);
    const first = git(root, "rev-list", "--max-parents=0", "HEAD").trim();
    const log = { name: "git log --name-only", program: "git", args: ["log", "--name-only"], cwd: root };
    const medians = medianTimes(
      [
        queueLint(root, "queue-lint --no-cache", ["--no-cache"]),
        queueLint(root, "queue-lint --no-cache --ref HEAD", ["--no-cache", "--ref", "HEAD"]),
        log,
        queueLint(root, "queue-lint replay", ["replay", "--since", first, "--json"]),
      ],
      runs,
    );
    const time = (name: string): number => medians.get(name) ?? Number.NaN;
    return {
      medians,
      figures: {
        replay: time("queue-lint replay") / (time("queue-lint --no-cache --ref HEAD") + time(log.name)),
        replayOfTree: time("queue-lint replay") / (time("queue-lint --no-cache") + time(log.name)),
      },
    };
  },
};
