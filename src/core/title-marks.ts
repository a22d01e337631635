import { wordKey } from "./entry-key.ts";
import type { Stage, Status } from "./statuses.ts";

/** What a title says beside its words about how far the thing is: the “[DONE]” of “[DONE] Seat maps”. */
export interface TitleMark {
  /** The mark as written, with its brackets. */
  readonly text: string;
  readonly stage: Stage;
}

/** A title, and the marks that were around it. */
export interface MarkedTitle {
  readonly title: string;
  readonly marks: readonly TitleMark[];
}

const sign = "(?:\\p{Extended_Pictographic}|[✓✗✘])[\\uFE0E\\uFE0F]?";
const leadingSign = new RegExp(`^${sign}\\s*(?=\\S)`, "u");
const trailingSign = new RegExp(`(?<=\\S)\\s*${sign}$`, "u");
const leadingBracket = /^(?:\[[^[\]\n]{1,60}\]|\([^()\n]{1,60}\)|【[^【】\n]{1,60}】)[\s:：–—-]*(?=\S)/;
const trailingBracket = /(?<=\S)\s*(?:\[[^[\]\n]{1,60}\]|\([^()\n]{1,60}\)|（[^（）\n]{1,60}）|【[^【】\n]{1,60}】)$/;
/** “DONE: Seat maps”, “WIP - Seat maps”: before a dash only what is written in capitals. */
const leadingWords = /^(?:\p{L}[\p{L}'’ ]{1,30}[:：]\s*(?=\S)|\p{Lu}[\p{Lu} ]{2,30}\s[–—-]\s(?=\S))/u;
/** “Seat maps — done”; after a hyphen only what is written in capitals: “Seat maps - DONE”. */
const trailingWords = /\s(?:[–—]\s\p{L}[\p{L}'’ ]{1,30}|-\s\p{Lu}[\p{Lu} ]{2,30})$/u;
/** What may follow the words of a mark: “blocked by legal”, “done 2026-05-02”. Anything else makes a name of them: “blocked users”. */
const addition =
  /^(?:\d|(?:by|until|till|since|on|for|as|because|due|pending|per|in|of|von|bis|seit|wegen|durch|par|jusqu|depuis|por|hasta|desde|até)(?: |$))/;

/** Takes the marks off a title. Only brackets, signs and words before a colon are marks: “Blocked users page” and “Done button” are titles. */
export function titleMarks(text: string, known: readonly Status[]): MarkedTitle {
  const marks: TitleMark[] = [];
  let title = text.trim();
  for (let next = stripped(title, known); next !== undefined; next = stripped(title, known)) {
    marks.push(next.mark);
    title = next.title;
  }
  return { title, marks };
}

function stripped(title: string, known: readonly Status[]): { title: string; mark: TitleMark } | undefined {
  for (const pattern of [leadingSign, leadingBracket, leadingWords, trailingSign, trailingBracket, trailingWords]) {
    const found = pattern.exec(title);
    const mark = found === null ? undefined : markOf(found[0], known);
    if (found === null || mark === undefined) continue;
    return { title: title.slice(0, found.index) + title.slice(found.index + found[0].length), mark };
  }
  return undefined;
}

/** The words or the sign of a mark, without brackets, colons and dashes around them. */
const inner = /[^\s–—:：[\]()（）【】-](?:.*[^\s–—:：[\]()（）【】-])?/su;
const bracketed = /[[(（【][^[\]()（）【】]*[\])）】]/;

/** What brackets, or words after a title, say: undefined when they are no mark. */
export function markOf(text: string, known: readonly Status[]): TitleMark | undefined {
  const words = inner.exec(text)?.[0];
  if (words === undefined) return undefined;
  const stage = stageOfMark(wordKey(words.split(/[,;:–—]|\s-\s/, 1)[0] ?? ""), known);
  return stage && { text: bracketed.exec(text)?.[0] ?? words, stage };
}

/** The stage of the longest status that the words are, or that something explains. */
function stageOfMark(key: string, known: readonly Status[]): Stage | undefined {
  const fitting = known.flatMap(({ name, words, stage }) =>
    [name, ...words]
      .map(wordKey)
      .filter((word) => key === word || (key.startsWith(`${word} `) && addition.test(key.slice(word.length + 1))))
      .map(({ length }) => ({ length, stage })),
  );
  return fitting.reduce<(typeof fitting)[number] | undefined>(
    (best, one) => (one.length > (best?.length ?? 0) ? one : best),
    undefined,
  )?.stage;
}
