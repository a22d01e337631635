import type { Deferral, Task, TaskProgress } from "../core/fact.ts";
import type { Quoted } from "../core/quoted.ts";
import { lineLocator } from "./line-quote.ts";
import { markdownLines } from "./markdown-lines.ts";

/** What a spec file leaves open, line by line. */
export interface SpecMarkers {
  readonly clarifications: readonly Quoted[];
  readonly deferrals: readonly Deferral[];
  readonly closeOut: Quoted | undefined;
}

/** "No [NEEDS CLARIFICATION] markers remain" is the line of a checklist, and says the opposite. */
const clarification = /\[NEEDS CLARIFICATION(?::[^\]]*)?\]/i;
const noClarification = /\b(?:no|zero|all|any|every|without|resolve[sd]?|removed?)\b[^.[]*\[NEEDS CLARIFICATION/i;
const deferralMark = /\[DEFERRED(?: to)?:([^\]]+)\]/i;
/** "Deferred to `Seat maps`", "Follow-up candidate: “Seat maps”": the name stands in code, quotation marks, bold or a link. */
const deferralWords = /\b(?:deferred (?:to|as|into)(?: the)?(?: (?:candidate|entry|follow-up|queue entry|spec candidate))?|follow-up (?:candidate|entry)|deferred follow-up):?\s+(?:`([^`]+)`|“([^”]+)”|"([^"]+)"|\*\*([^*]+)\*\*|\[([^\]]+)\]\()/i;
const closeOutHeading = /^#{1,4}\s+(?:\d+[.)]?\s+)?(?:close-?\s?out|closing notes?|completion notes?|deferred (?:tasks|work)|what was left|remaining work)\b/i;

/** A word of each of the patterns above: a text without any of them has no markers, and most have none. */
const anyMarker = /NEEDS CLARIFICATION|deferred|follow-up|close-?\s?out|clos(?:e|ing) ?notes?|completion note|what was left|remaining work/i;

/** Scans a spec file for clarification markers, deferrals and a close-out. Code and comments say nothing. Never throws. */
export function scanMarkers(path: string, text: string): SpecMarkers {
  const locate = lineLocator(path, text);
  const found = { clarifications: [] as Quoted[], deferrals: [] as Deferral[], closeOut: undefined as Quoted | undefined };
  if (!anyMarker.test(text)) return found;
  markdownLines(text).forEach(({ text: words, code }, index) => {
    if (code) return;
    const quoted = (): Quoted => ({ text: words.trim(), location: locate(index + 1) });
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
  const title = match?.slice(1).find((group) => group !== undefined)?.trim();
  // A path is looked up by the rules about paths, a template's words by nobody.
  return title === undefined || /[/\\]|\.\w{1,4}$|^\W*$|^(?:name|title|candidate|follow-up)$/i.test(title) ? undefined : title;
}

/** The boxes of a tasks file, outside code fences and comments. Any mark but x and X is open. */
export function readTasks(path: string, text: string): Task[] {
  const locate = lineLocator(path, text);
  return markdownLines(text).flatMap((line, index): Task[] => {
    const match = line.code ? null : /^\s*(?:[-*+]|\d+[.)])\s+\[([^\]]\uFE0F?)\]\s(.*)$/su.exec(line.text);
    if (match === null) return [];
    return [{ text: (match[2] ?? "").trim(), location: locate(index + 1), quote: line.text.trim(), done: match[1]?.toLowerCase() === "x" }];
  });
}

/** How many boxes of a tasks file are ticked and how many are open: as `readTasks` sees them, without a place for each. */
export function countTasks(path: string, text: string): TaskProgress {
  // Only fences and comments hide lines; without them nothing needs to be taken apart.
  const boxes = /```|~~~|<!--/.test(text) ? readTasks(path, text).map((task) => task.done) : [...text.matchAll(anyTask)].map((match) => match[1]?.toLowerCase() === "x");
  const done = boxes.filter(Boolean).length;
  return { done, open: boxes.length - done };
}

/** The pattern of `readTasks` for a whole text. */
const anyTask = /(?<![^\n])[^\S\n]*(?:[-*+]|\d+[.)])[^\S\n]+\[([^\]\n]\uFE0F?)\](?!\r?\n)[^\S\n]/gu;
