/** A figure that the project promises to keep, measured in one run on one machine. */
export interface Target {
  readonly what: string;
  readonly bound: "at least" | "at most" | "less than";
  readonly limit: number;
  /** What is after the figure. */
  readonly unit: string;
  /** Decimals that are shown. */
  readonly digits: number;
}

const times = { unit: " times", digits: 2 } as const;

/** All of them, in the order of the table. */
export const targets = {
  markdownlint: {
    what: "cold audit of 400 specs, how many times faster than `markdownlint-cli2` on the same files",
    bound: "at least",
    limit: 40,
    unit: " times",
    digits: 1,
  },
  openspec: {
    what: "cold audit of 400 specs against `openspec validate --all` on 400 changes of like size",
    bound: "less than",
    limit: 1,
    ...times,
  },
  drifted: {
    what: "cold audit of 400 specs of which 300 cited paths are gone, against a clean one",
    bound: "at most",
    limit: 1.5,
    ...times,
  },
  warm: { what: "warm (cached) audit of 400 specs against `node -e 0`", bound: "at most", limit: 4, ...times },
  warmLarge: {
    what: "warm audit of 4,000 specs against `node -e 0` plus `git status`",
    bound: "at most",
    limit: 4,
    ...times,
  },
  growth: {
    what: "growth of the cold audit from 400 to 4,000 specs, log10 of the ratio",
    bound: "at most",
    limit: 1.05,
    unit: "",
    digits: 2,
  },
  memory: { what: "peak memory of a cold audit of 4,000 specs", bound: "at most", limit: 180, unit: " MB", digits: 0 },
  version: { what: "`--version` against `node -e 0`", bound: "at most", limit: 1.6, ...times },
  help: { what: "`--help` against `node -e 0`", bound: "at most", limit: 1.6, ...times },
  explain: { what: "`explain promotion/once` against `node -e 0`", bound: "at most", limit: 1.6, ...times },
  staged: { what: "`--staged` against the plain audit, 400 specs, both cold", bound: "at most", limit: 1.3, ...times },
  watch: { what: "one save under `--watch` with 400 specs against `node -e 0`", bound: "at most", limit: 2, ...times },
  base: {
    what: "`--base HEAD~1` against the plain audit, 400 specs, both cold",
    bound: "at most",
    limit: 2,
    ...times,
  },
  replay: {
    what: "`replay` over 500 commits against one cold audit of the last commit (`--ref HEAD`) plus `git log --name-only`",
    bound: "at most",
    limit: 7,
    ...times,
  },
  replayOfTree: {
    what: "the same, against one cold audit of the work tree, which holds what the last commit holds",
    bound: "at most",
    limit: 9,
    ...times,
  },
} as const satisfies Record<string, Target>;

export type TargetId = keyof typeof targets;

/** What became of a target: its figure, or why there is none. */
export type Outcome = number | string;

/** The table of targets: what, target, measured, met. */
export function targetRows(outcomes: ReadonlyMap<TargetId, Outcome>): string[][] {
  return (Object.entries(targets) as [TargetId, Target][]).map(([id, target]) => {
    const outcome = outcomes.get(id) ?? "left out";
    const wanted = `${target.bound} ${target.limit}${target.unit}`;
    return typeof outcome === "string"
      ? [target.what, wanted, outcome, "–"]
      : [
          target.what,
          wanted,
          `${outcome.toFixed(target.digits)}${target.unit}`,
          isMet(target, outcome) ? "met" : "missed",
        ];
  });
}

/** Compares the figure itself, not what is shown of it. Something that is not a number meets nothing. */
export function isMet({ bound, limit }: Target, figure: number): boolean {
  switch (bound) {
    case "at least":
      return figure >= limit;
    case "at most":
      return figure <= limit;
    case "less than":
      return figure < limit;
  }
}
