import { derived } from "./derived.ts";
import { entryKey } from "./entry-key.ts";

/** How far a thing is, whatever a team calls it. All but the last are in order: `partial` is there, but not whole; `closed` was given up or replaced. */
export const stages = ["planned", "drafted", "approved", "started", "partial", "implemented", "closed"] as const;
export type Stage = (typeof stages)[number];

/** One rung of the status ladder: a status as the documents write it, and the stage that it stands for. */
export interface Rung {
  readonly name: string;
  readonly stage: Stage;
  /** Other ways to write it. */
  readonly words: readonly string[];
}

/** The status words that the documents use. */
export interface Ladder {
  readonly rungs: readonly Rung[];
  /** True when the configuration gives the ladder; then a word outside it is a mistake, and not merely unknown. */
  readonly configured: boolean;
}

/** What follows a word and takes it back: "implemented in part", "done except exports". */
const takenBack = /^(?: (?:for|in))? (?:in part|partially|partly|except|only|later|not yet|soon|pending|teilweise)\b/;

interface Word {
  readonly rung: Rung;
  readonly key: string;
}

interface Index {
  readonly words: readonly Word[];
  /** By statuses as they are written: the same few stand in every row. What is longer is prose. */
  readonly rungs: Map<string, Rung | undefined>;
}

const indexOf = derived<readonly Rung[], Index>();
const longestIndexed = 100;
const mostIndexed = 10_000;

/** The rung that a status stands on: the one whose longest word the status is, or begins with. Undefined when none fits. */
export function rungOf(status: string, { rungs }: Pick<Ladder, "rungs">): Rung | undefined {
  const index = indexOf(rungs, () => ({
    words: rungs.flatMap((rung) => [rung.name, ...rung.words].map((word) => ({ rung, key: entryKey(word) }))),
    rungs: new Map(),
  }));
  if (index.rungs.has(status)) return index.rungs.get(status);
  const rung = longestFit(entryKey(status), index.words);
  if (status.length <= longestIndexed && index.rungs.size < mostIndexed) index.rungs.set(status, rung);
  return rung;
}

function longestFit(status: string, words: readonly Word[]): Rung | undefined {
  let best: Word | undefined;
  for (const word of words) {
    const { key } = word;
    const fits = status === key || (status.startsWith(`${key} `) && !takenBack.test(status.slice(key.length)));
    if (fits && key.length > (best?.key.length ?? 0)) best = word;
  }
  return best?.rung;
}

/** The stage of a status as coarse as two documents may be compared: still to come, begun, there, or given up. */
export function phaseOf(
  status: string,
  ladder: Pick<Ladder, "rungs">,
): "open" | "started" | "implemented" | "closed" | undefined {
  const stage = stageOf(status, ladder);
  if (stage === "planned" || stage === "drafted" || stage === "approved") return "open";
  return stage === "partial" ? "started" : stage;
}

/** The stage of a status; undefined when the ladder does not know the word. */
export function stageOf(status: string, ladder: Pick<Ladder, "rungs">): Stage | undefined {
  return rungOf(status, ladder)?.stage;
}
