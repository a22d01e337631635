import { entryKey } from "./entry-key.ts";
import { statusOf, type Status, type Stage } from "./statuses.ts";

/** What the words of a status come to. */
export interface StatusWords {
  /** The words that decide: "Shipped" of "Approved → Shipped (v2)". */
  readonly word: string;
  /** Undefined when the vocabulary does not know them, or when they take themselves back. */
  readonly stage: Stage | undefined;
}

/** Longer words than a paragraph's first sentence are prose about something else. */
const longest = 2000;
const mostStepWords = 4;
const arrow = /→|⇒|[-=]>/;
/** Where the words that decide end, and those that explain them begin. */
const explanation = /\s[-–—]+\s|[·—–([{:;,.!|\n]/;
const placeholder = /^(?:<.*>|\{.*\}|\[.*\]|[-–—…?_.\s]*|n\/a|none|tbd|tba|todo:?\s*fill.*|y{4}.*|xxx.*)$/is;
const inPart =
  /^(?:(?:for|in) )?(?:in part|partial|partially|partly|part|except|only|not yet|pending|teilweise|en partie|parcialmente|部分|一部)(?: |$)/;

/**
 * Reads a status as documents write it: only its first word decides, struck words and those before an arrow are of the past. Undefined for what
 * says nothing: an empty field, a placeholder, a template with every alternative.
 */
export function readStatusWords(text: string, known: readonly Status[]): StatusWords | undefined {
  const sign = signAlone(text, known);
  if (sign !== undefined) return sign;
  const plain = withoutMarkup(text.slice(0, longest));
  const present = presentOf(plain, known);
  if (placeholder.test(present) || isChoice(present, known)) return undefined;
  const end = present.search(explanation);
  const word = (end === -1 ? present : present.slice(0, end)).trim();
  if (word === "") return undefined;
  return { word, stage: stageOf(word, end === -1 ? "" : present.slice(end), known) };
}

/** ✅ and nothing else. */
function signAlone(text: string, known: readonly Status[]): StatusWords | undefined {
  const word = text.trim();
  if (word.length > 8 || /[\p{L}\p{N}]/u.test(word)) return undefined;
  const status = statusOf(word, { all: known });
  return status === undefined ? undefined : { word, stage: status.stage };
}

/** “Approved → Shipped”: what is last, where each step is a status; an arrow elsewhere points at something. */
function presentOf(plain: string, known: readonly Status[]): string {
  const steps = plain.split(arrow).map((step) => step.trim());
  const isStep = (step: string): boolean =>
    statusOf(step.split(explanation, 1)[0] ?? "", { all: known }) !== undefined &&
    step.split(/\s+/).length <= mostStepWords;
  const isWay = steps.slice(0, -1).every(isStep) && statusOf(steps.at(-1) ?? "", { all: known }) !== undefined;
  return (isWay ? steps.at(-1) : steps[0]) ?? "";
}

function stageOf(word: string, rest: string, known: readonly Status[]): Stage | undefined {
  const status = statusOf(word, { all: known });
  if (status === undefined) return undefined;
  const key = entryKey(word);
  // “No longer needed” is not “no”.
  if (entryKey(status.name).length <= 2 && entryKey(status.name) !== key) return undefined;
  // A word of the team's own: “blocked-by-weather” is not “blocked”.
  const [first = ""] = word.split(/\s/, 1);
  if (/\w[-_]\w/.test(first) && longestWord(status, key) < entryKey(first).length) return undefined;
  if (!inPart.test(entryKey(rest))) return status.stage;
  return status.stage === "implemented" ? "partial" : status.stage === "closed" ? undefined : status.stage;
}

/** The length of the longest word of a status that a status begins with. */
function longestWord({ name, words }: Status, key: string): number {
  return Math.max(...[name, ...words].map(entryKey).map((word) => (key.startsWith(word) ? word.length : 0)));
}

/** Struck words are gone, unless nothing else is there. */
function withoutMarkup(text: string): string {
  const visible = text.replace(/<!--[\s\S]*?(?:-->|$)/g, " ");
  const unstruck = visible.replace(/~~[^~]*~~/g, " ");
  return (unstruck.trim() === "" ? visible.replaceAll("~~", "") : unstruck)
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(/\\([|*_`])/g, "$1")
    .replace(/[*`]/g, "")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "")
    .replace(/\p{Extended_Pictographic}|[✓✗✘]|\uFE0F|\u200D/gu, " ")
    .trim();
}

/** `TODO | DOING | DONE`: what may be written, not what is so. */
function isChoice(text: string, known: readonly Status[]): boolean {
  const areAlone = (parts: readonly string[]): boolean =>
    parts.every((part) => {
      const key = entryKey(part);
      const status = statusOf(part, { all: known });
      return status !== undefined && [status.name, ...status.words].some((word) => entryKey(word) === key);
    });
  const either = text.split(/[|/]|\bor\b/i).filter((part) => part.trim() !== "");
  const several = text.split(/[|/,;]|\bor\b/i).filter((part) => part.trim() !== "");
  return (
    (either.length >= 2 && areAlone(either)) ||
    (several.length >= 3 && areAlone(several)) ||
    text.split("|").length >= 4
  );
}
