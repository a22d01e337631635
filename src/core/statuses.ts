import { entryKey, wordKey } from "./entry-key.ts";

/** How far a thing is, whatever a team calls it. All but the last are in order: `partial` is there, but not whole; `closed` was given up or replaced. */
export const stages = ["planned", "drafted", "approved", "started", "partial", "implemented", "closed"] as const;
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

/** What follows a word and takes it back: "implemented in part", "done except exports". */
const takenBack = /^(?: (?:for|in))? (?:in part|partially|partly|except|only|later|not yet|soon|pending|teilweise)\b/;

/** The words of the statuses, by their keys. */
interface Words {
  readonly keyed: readonly { readonly status: Status; readonly key: string }[];
  /** Statuses that were looked up before, as they are written: the same few stand in every row. */
  readonly known: Map<string, Status | undefined>;
  /** The last one that is too long to be kept. */
  long: { readonly text: string; readonly status: Status | undefined } | undefined;
}

const mostKnown = 10_000;
const wordsOf = new WeakMap<readonly Status[], Words>();

/** The status of a text: the one whose longest word the text is, or begins with. Undefined when none fits. */
export function statusOf(text: string, { all }: Pick<Statuses, "all">): Status | undefined {
  const words: Words = wordsOf.get(all) ?? {
    keyed: all.flatMap((status) => [status.name, ...status.words].map((word) => ({ status, key: wordKey(word) }))),
    known: new Map<string, Status | undefined>(),
    long: undefined,
  };
  wordsOf.set(all, words);
  // A status is a few words; what is longer is prose, and would only fill the memory: the last one is remembered alone.
  if (text.length > 100) {
    if (words.long?.text !== text) words.long = { text, status: bestFit(text, words) };
    return words.long.status;
  }
  const found = words.known.get(text);
  if (found !== undefined || words.known.has(text)) return found;
  const status = bestFit(text, words);
  if (words.known.size >= mostKnown) words.known.clear();
  words.known.set(text, status);
  return status;
}

/** By its words, and only where they say nothing by the symbol in front of them: “✅ shipped”. */
function bestFit(text: string, words: Words): Status | undefined {
  const found = longestFit(wordKey(text), words);
  const symbol = found === undefined ? /^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/u.exec(text)?.[0] : undefined;
  if (symbol === undefined || takenBack.test(` ${entryKey(text)}`)) return found;
  return longestFit(wordKey(symbol), words);
}

function longestFit(text: string, { keyed }: Words): Status | undefined {
  let best: Words["keyed"][number] | undefined;
  for (const word of keyed) {
    const { key } = word;
    const fits = text === key || (text.startsWith(`${key} `) && !takenBack.test(text.slice(key.length)));
    if (fits && key.length > (best?.key.length ?? 0)) best = word;
  }
  return best?.status;
}

/** The stage of a status as coarse as two documents may be compared: still to come, begun, there, or given up. */
export function phaseOf(
  status: string,
  statuses: Pick<Statuses, "all">,
): "open" | "started" | "implemented" | "closed" | undefined {
  const stage = stageOf(status, statuses);
  if (stage === "planned" || stage === "drafted" || stage === "approved") return "open";
  return stage === "partial" ? "started" : stage;
}

/** The stage of a status; undefined when the word is not known. */
export function stageOf(status: string, statuses: Pick<Statuses, "all">): Stage | undefined {
  return statusOf(status, statuses)?.stage;
}
