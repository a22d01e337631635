import type { Deferral, Task, TaskProgress } from "../core/fact.ts";
import type { Quotation } from "../core/quotation.ts";
import { lineLocator } from "../core/line-locator.ts";
import { markdownLines } from "../core/markdown-lines.ts";

/** What a spec file leaves open, line by line. */
export interface SpecMarkers {
  readonly clarifications: readonly Quotation[];
  readonly deferrals: readonly Deferral[];
  readonly closeOut: Quotation | undefined;
}

/** "No [NEEDS CLARIFICATION] markers remain" is the line of a checklist, and says the opposite. */
const clarification = /\[NEEDS CLARIFICATION(?::[^\]]*)?\]/i;
const noClarification = /\b(?:no|zero|all|any|every|without|resolve[sd]?|removed?)\b[^.[]*\[NEEDS CLARIFICATION/i;
const deferralMark = /\[DEFERRED(?: to)?:([^\]]+)\]/i;
/** "Deferred to `Seat maps`", "Follow-up candidate: “Seat maps”": the name stands in code, quotation marks, bold or a link. */
const deferralWords =
  /\b(?:deferred (?:to|as|into)(?: the)?(?: (?:candidate|entry|follow-up|queue entry|spec candidate))?|follow-up (?:candidate|entry)|deferred follow-up):?\s+(?:`([^`]+)`|“([^”]+)”|"([^"]+)"|\*\*([^*]+)\*\*|\[([^\]]+)\]\()/i;
const closeOutHeading =
  /^#{1,4}\s+(?:\d+[.)]?\s+)?(?:close-?\s?out|closing notes?|completion notes?|deferred (?:tasks|work)|what was left|remaining work)\b/i;

/** A word of each of the patterns above: a text without any of them has no markers, and most have none. */
const anyMarker =
  /NEEDS CLARIFICATION|deferred|follow-up|close-?\s?out|clos(?:e|ing) ?notes?|completion note|what was left|remaining work/i;

const noMarkers: SpecMarkers = { clarifications: [], deferrals: [], closeOut: undefined };

/** Scans a spec file for clarification markers, deferrals and a close-out. Code and comments say nothing. Never throws. */
export function scanMarkers(path: string, text: string): SpecMarkers {
  if (!anyMarker.test(text)) return noMarkers;
  const locate = lineLocator(path, text);
  const found = {
    clarifications: [] as Quotation[],
    deferrals: [] as Deferral[],
    closeOut: undefined as Quotation | undefined,
  };
  markdownLines(text).forEach(({ text: words, code }, index) => {
    if (code) return;
    const quoted = (): Quotation => ({ text: words.trim(), location: locate(index + 1) });
    const plain = words.replace(/`[^`]*`/g, (span) => " ".repeat(span.length));
    if (clarification.test(plain) && !noClarification.test(plain)) found.clarifications.push(quoted());
    const title = deferred(words);
    if (title !== undefined) found.deferrals.push({ ...quoted(), title });
    if (found.closeOut === undefined && closeOutHeading.test(words)) found.closeOut = quoted();
  });
  return found;
}

function deferred(line: string): string | undefined {
  const match = deferralMark.exec(line) ?? deferralWords.exec(line);
  const title = match
    ?.slice(1)
    .find((group) => group !== undefined)
    ?.trim();
  // A path is looked up by the rules about paths, a template's words by nobody.
  return title === undefined || /[/\\]|\.\w{1,4}$|^\W*$|^(?:name|title|candidate|follow-up)$/i.test(title)
    ? undefined
    : title;
}

const task = /^\s*(?:[-*+]|\d+[.)])\s+\[([^\]]\uFE0F?)\]\s(.*)$/su;

/** The boxes of a tasks file, outside code fences and comments. Any mark but x and X is open. */
export function readTasks(path: string, text: string): Task[] {
  const locate = lineLocator(path, text);
  return markdownLines(text).flatMap((line, index): Task[] => {
    const match = line.code ? null : task.exec(line.text);
    if (match === null) return [];
    return [
      {
        text: (match[2] ?? "").trim(),
        location: locate(index + 1),
        quote: line.text.trim(),
        done: match[1]?.toLowerCase() === "x",
      },
    ];
  });
}

/** How many boxes of a tasks file are ticked and how many are open: as `readTasks` sees them, without a place for each. */
export function countTasks(path: string, text: string): TaskProgress {
  // Only fences and comments hide lines; without them nothing needs to be taken apart.
  const marks = /```|~~~|<!--/.test(text) ? readTasks(path, text).map((task) => task.done) : boxes(text);
  const done = marks.filter(Boolean).length;
  return { done, open: marks.length - done };
}

/** Whether each box of a text is ticked. A line is looked at only where a bracket stands. */
function boxes(text: string): boolean[] {
  const found: boolean[] = [];
  for (let at = text.indexOf("["); at !== -1;) {
    const end = text.indexOf("\n", at);
    const mark = isCommonBox(text, at) ? text.charAt(at + 1) : task.exec(lineAround(text, at, end))?.[1];
    if (mark !== undefined) found.push(mark === "x" || mark.toLowerCase() === "x");
    at = end === -1 ? -1 : text.indexOf("[", end);
  }
  return found;
}

/** Whether a line begins with `- [x] ` at a bracket. Most boxes look like that, and there are tens of thousands of them. */
function isCommonBox(text: string, at: number): boolean {
  const ends =
    text.charCodeAt(at + 2) === codes.close &&
    text.charCodeAt(at + 3) === codes.space &&
    text.charCodeAt(at + 1) !== codes.lineFeed;
  return (
    ends &&
    text.charCodeAt(at - 1) === codes.space &&
    text.charCodeAt(at - 2) === codes.dash &&
    (at === 2 || text.charCodeAt(at - 3) === codes.lineFeed)
  );
}

const codes = { lineFeed: 10, space: 32, dash: 45, close: 93 } as const;

function lineAround(text: string, at: number, end: number): string {
  const line = text.slice(text.lastIndexOf("\n", at) + 1, end === -1 ? text.length : end);
  return end !== -1 && line.endsWith("\r") ? line.slice(0, -1) : line;
}
