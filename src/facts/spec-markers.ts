import type { BoxMarks } from "../core/box-marks.ts";
import type { Deferral, Task, TaskProgress } from "../core/fact.ts";
import type { Quotation } from "../core/quotation.ts";
import { lineLocator } from "../core/line-locator.ts";
import { markdownLines } from "../core/markdown-lines.ts";
import { boxesIn } from "./task-boxes.ts";

/** What a spec file leaves open, line by line. */
export interface SpecMarkers {
  readonly clarifications: readonly Quotation[];
  readonly deferrals: readonly Deferral[];
  readonly closeOut: Quotation | undefined;
}

/** "No [NEEDS CLARIFICATION] markers remain" is the line of a checklist, and says the opposite. */
const clarification = /\[NEEDS CLARIFICATION(?::[^\]]*)?\]/i;
const noClarification =
  /(?<![\p{L}\p{N}])(?:no|zero|0|all|any|every|each|without|resolve[sd]?|removed?|keine?|ohne|alle|sin|ning[uú]n|sans|aucune?|sem|nenhuma?)(?![\p{L}\p{N}])[^.[]*\[NEEDS CLARIFICATION/iu;
/** What is said about the markers is not one of them: "[NEEDS CLARIFICATION] markers: none remain", "[NEEDS CLARIFICATION]: 0". */
const aboutMarkers =
  /\[NEEDS CLARIFICATION\]`?["”]?\s*(?:(?:markers?|items?|tags?|questions?|entries|points?|markierungen|marcadores|marqueurs)\b|[:=—–-]{1,2}\s*(?:none|no|0|zero|nil|n\/a|resolved|removed|cleared|keine|ninguno|aucun|nenhum|なし|无)(?![\p{L}\p{N}])|(?:is|are|was|were|has|have)\b)/iu;
const deferralMark = /\[DEFERRED(?: to)?:([^\]]+)\]/i;
/** "Deferred to `Seat maps`", "Follow-up candidate: “Seat maps”": the name is in code, quotation marks, bold or a link. */
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
    if (clarification.test(plain) && !noClarification.test(plain) && !aboutMarkers.test(plain))
      found.clarifications.push(quoted());
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

/** The boxes of a tasks file, outside code fences and comments. */
export function readTasks(path: string, text: string, marks: BoxMarks): Task[] {
  const locate = lineLocator(path, text);
  return markdownLines(text).flatMap((line, index): Task[] =>
    line.code
      ? []
      : boxesIn(line.text, marks).map((box) => ({
          text: box.text,
          location: locate(index + 1),
          quote: line.text.trim(),
          done: box.state === "done",
          state: box.state,
        })),
  );
}

/** How many boxes of a tasks file there are of each kind: as `readTasks` sees them, without a place for each. */
export function countTasks(text: string, marks: BoxMarks): TaskProgress {
  const counts = { done: 0, open: 0, deferred: 0, dropped: 0 };
  // Only fences and comments hide lines, and few texts end them with a carriage return; the others need not be taken apart.
  const lines = /```|~~~|<!--|\r(?!\n)/.test(text)
    ? markdownLines(text).flatMap((line) => (line.code ? [] : [line.text]))
    : linesWithBoxes(text);
  for (const line of lines) {
    if (isTicked(line)) counts.done += 1;
    else for (const { state } of boxesIn(line, marks)) counts[state] += 1;
  }
  return counts;
}

/** The lines in which there is a bracket or a sign. */
function* linesWithBoxes(text: string): Generator<string> {
  const mark = /[[☐☑☒□🗹]/gu;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const end = text.indexOf("\n", match.index);
    const line = text.slice(text.lastIndexOf("\n", match.index) + 1, end === -1 ? text.length : end);
    yield end !== -1 && line.endsWith("\r") ? line.slice(0, -1) : line;
    if (end === -1) return;
    mark.lastIndex = end;
  }
}

/** Whether a line begins with `- [x] ` and a word. Most boxes look like that, and there are tens of thousands of them. */
function isTicked(line: string): boolean {
  const next = line.charCodeAt(6) | 32;
  return line.startsWith("- [x] ") && next >= 97 && next <= 122 && !/[=→⇒]/.test(line);
}
