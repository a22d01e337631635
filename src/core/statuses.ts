import { derived } from "./derived.ts";
import { entryKey, wordKey } from "./entry-key.ts";

/**
 * How far a thing is, whatever a team calls it. All but `waiting` and `closed` are in order: `partial` is there, but not whole. `waiting` is neither free nor in
 * hand (blocked, paused, in review, put off), `closed` ended without being built (cancelled, replaced, a duplicate).
 */
export const stages = [
  "planned",
  "waiting",
  "drafted",
  "approved",
  "started",
  "partial",
  "implemented",
  "closed",
] as const;
export type Stage = (typeof stages)[number];

/** A status as the documents write it, and the stage that it means. */
export interface Status {
  readonly name: string;
  readonly stage: Stage;
  /** Other ways to write it. */
  readonly words: readonly string[];
}

/** The status words that the documents use. */
export interface Statuses {
  readonly all: readonly Status[];
  /** True when the configuration gives them; then another word is a mistake, and not merely unknown. */
  readonly configured: boolean;
}

/** The words that an entry may say of itself. */
export interface EntryStatuses {
  readonly all: readonly Status[];
  /** Those of `all` that count in a title, where others describe a thing: “Scores (live)”. */
  readonly inTitles: readonly Status[];
}

/** What follows a word and takes it back: "implemented in part", "done except exports". */
const takenBack = /^(?: (?:for|in))? (?:in part|partially|partly|except|only|later|not yet|soon|pending|teilweise)\b/;

interface Word {
  readonly status: Status;
  readonly key: string;
}

interface Index {
  readonly words: readonly Word[];
  /** By texts as they are written: the same few are in every row. */
  readonly statuses: Map<string, Status | undefined>;
}

const indexOf = derived<readonly Status[], Index>();
const mostIndexed = 10_000;
/** A text begins with its status. Of one that is pages long, and that every dependency asks for, only the beginning is looked at; in UTF-16 code units. */
const longest = 400;

/** The status of a text: the one whose longest word the text is, or begins with. Undefined when none fits. */
export function statusOf(text: string, { all }: Pick<Statuses, "all">): Status | undefined {
  const index = indexOf(all, () => ({
    words: all.flatMap((status) => [status.name, ...status.words].map((word) => ({ status, key: wordKey(word) }))),
    statuses: new Map(),
  }));
  const start = text.length > longest ? text.slice(0, longest) : text;
  if (index.statuses.has(start)) return index.statuses.get(start);
  const status = bestFit(start, index.words);
  if (index.statuses.size < mostIndexed) index.statuses.set(start, status);
  return status;
}

/** By its words, and only where they say nothing by the symbol in front of them: “✅ shipped”. */
function bestFit(text: string, words: readonly Word[]): Status | undefined {
  const found = longestFit(wordKey(text), words);
  const symbol = found === undefined ? /^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/u.exec(text)?.[0] : undefined;
  if (symbol === undefined || takenBack.test(` ${entryKey(text)}`)) return found;
  return longestFit(wordKey(symbol), words);
}

function longestFit(text: string, words: readonly Word[]): Status | undefined {
  let best: Word | undefined;
  for (const word of words) {
    const { key } = word;
    const fits = text === key || (text.startsWith(`${key} `) && !takenBack.test(text.slice(key.length)));
    if (fits && key.length > (best?.key.length ?? 0)) best = word;
  }
  return best?.status;
}

/** As coarse as two places may be compared: still to come, begun, there, or given up. What waits may be begun or not. */
export type Phase = "open" | "started" | "waiting" | "implemented" | "closed";

/** The phase of a stage. Something that is partly there is begun. */
export function phaseOfStage(stage: Stage): Phase {
  if (stage === "planned" || stage === "drafted" || stage === "approved") return "open";
  return stage === "partial" ? "started" : stage;
}

/** The phase of a status; undefined when the word is not known. */
export function phaseOf(status: string, statuses: Pick<Statuses, "all">): Phase | undefined {
  const stage = stageOf(status, statuses);
  return stage === undefined ? undefined : phaseOfStage(stage);
}

/** Whether a thing cannot be in both phases. What waits is still to come, or begun. */
export function phasesDiffer(one: Phase, other: Phase): boolean {
  if (one === other) return false;
  const beside = one === "waiting" ? other : other === "waiting" ? one : undefined;
  return beside !== "open" && beside !== "started";
}

/** The stage of a status; undefined when the word is not known. */
export function stageOf(status: string, statuses: Pick<Statuses, "all">): Stage | undefined {
  return statusOf(status, statuses)?.stage;
}
