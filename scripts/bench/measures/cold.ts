import { type Measure, gitStatus, nodeFloor, queueLint, ratio } from "../measure.ts";
import { type TimedCommand, medianTimes } from "../median-time.ts";
import type { Peers } from "../peers.ts";
import { changeRepository, specRepository } from "../repositories.ts";

const specs = 400;

/** A cold audit beside the peers, on the same files where they read such files. */
export const cold: Measure = {
  name: "cold",
  title: "Cold, 400 specs",
  unit: "ms",
  targets: ["markdownlint", "openspec"],
  sizes: [specs],
  run({ runs, peers }) {
    const root = specRepository(specs);
    const audit = queueLint(root, "queue-lint --no-cache", ["--no-cache"]);
    const medians = medianTimes([nodeFloor(root), gitStatus(root), audit, ...peerCommands(peers(), root)], runs);
    return {
      medians,
      figures: {
        markdownlint: ratio(medians, "markdownlint-cli2", audit.name),
        openspec: ratio(medians, audit.name, "openspec validate --all"),
      },
    };
  },
};

function peerCommands(peers: Peers, root: string): TimedCommand[] {
  const node = (name: string, ...args: readonly string[]): TimedCommand => ({
    name,
    program: process.execPath,
    args,
    cwd: root,
  });
  return [
    // It exits 1 for the long lines of the generated files; without that rule it took as long.
    node("markdownlint-cli2", peers.markdownlint, "**/*.md"),
    node(
      "remark with validate-links",
      peers.remark,
      ".",
      "--quiet",
      "--no-stdout",
      "--use",
      `${peers.remarkValidateLinks}=repository:false`,
    ),
    // It exits 1 for a change that is not valid, and for none at all.
    {
      ...node("openspec validate --all", peers.openspec, "validate", "--all", "--no-interactive"),
      cwd: changeRepository(specs),
      status: 0,
    },
  ];
}
