import { boxStates, type BoxMarks, type BoxState } from "../core/box-marks.ts";

/** One box of a line: what it stands for, and the words after it. */
export interface Box {
  readonly state: BoxState;
  readonly text: string;
}

/** A bullet, or a number, with the rest of its line. */
const bullet = /^\s*(?:>\s?)*(?:[-*+]|\d+[.)])\s+(\S.*)$/su;
/** `[x] text`, `[ ]* text`: brackets that no link follows. */
const bracketed = /^\[([^\][]{0,24})\](?:\\?\*)?\s(.*)$/su;
/** A sign that is a box without brackets. */
const sign = /^([☐☑☒□🗹])\uFE0F?(.*)$/su;
/** `= different files, no dependencies`: the line of a legend. */
const legend = /^(?:[\p{L}]+\s+){0,2}(?:=|→|⇒)\s/u;
/** Where words about a task itself are: in parentheses or brackets, in bold, after a dash. */
const remark = /(?:[([]|\*\*|__|\s[—–-]{1,2}\s)[*_~]{0,3}([\p{L}][^)\]*_]{0,60})/gu;
/** `DEFERRED: T012 …`, `T012 later: …` */
const label = /^(?:[A-Z]{0,4}[\d.]+\w?\s+)?([\p{L}][\p{L} -]{1,20}):/u;
/** What is said of a task is said in its first so many characters. */
const longest = 2000;

/** The boxes of a line outside code, as a team writes them: one of a bullet, or one for each cell of a table row that is a box. */
export function boxesIn(line: string, marks: BoxMarks): readonly Box[] {
  if (/^\s*\|/.test(line)) return boxesInCells(line, marks);
  const rest = restOf(line);
  const found = rest === undefined ? null : (bracketed.exec(rest) ?? sign.exec(rest));
  return found === null ? [] : boxOf(found, marks);
}

/** The words of a bullet, or a line that begins with a sign. */
function restOf(line: string): string | undefined {
  return bullet.exec(line)?.[1] ?? (/^\s*[☐☑☒□🗹]/u.test(line) ? line.trimStart() : undefined);
}

function boxOf([, mark = "", words = ""]: RegExpExecArray, marks: BoxMarks): readonly Box[] {
  const text = words.trim();
  const state = legend.test(text) ? undefined : stateOf(mark, marks);
  return state === undefined ? [] : [{ state: state === "open" ? openOr(text, marks) : state, text }];
}

function boxesInCells(line: string, marks: BoxMarks): Box[] {
  const cells = line
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
  return cells.flatMap((cell): Box[] => {
    const mark = /^\[([^\][]{0,24})\]$/u.exec(cell)?.[1] ?? /^([☐☑☒□🗹])\uFE0F?$/u.exec(cell)?.[1];
    const state = mark === undefined ? undefined : stateOf(mark, marks);
    return state === undefined ? [] : [{ state, text: cells.filter((other) => other !== cell).join(" | ") }];
  });
}

/** Undefined when the brackets are not a box: a letter, a number, a word that nobody uses for one. */
function stateOf(written: string, { marks, words }: BoxMarks): BoxState | undefined {
  const mark = written.replaceAll("\uFE0F", "").trim().toLowerCase();
  const known = boxStates.find((state) => marks[state].includes(mark === "" ? " " : mark));
  if (known !== undefined) return known;
  if (/[\p{L}\p{N}]/u.test(mark)) return boxStates.find((state) => words[state].includes(mark));
  return [...mark].length <= 2 ? "deferred" : undefined;
}

/** An open box, unless the words after it say otherwise: "(deferred to Spec 12)", "~~T012 …~~". */
function openOr(text: string, { words }: BoxMarks): BoxState {
  const start = text.slice(0, longest);
  if (isStruck(start)) return "dropped";
  const remarks = [label.exec(start)?.[1] ?? "", ...[...start.matchAll(remark)].map((match) => match[1] ?? "")];
  // Whoever drops only part of it says so in the same words.
  const excuses = [...words.deferred, ...words.dropped];
  return remarks.some((said) => excuses.some((excuse) => begins(said, excuse))) ? "deferred" : "open";
}

/** `~~T012 …~~`, `T012 ~~…~~.` */
function isStruck(text: string): boolean {
  const bare = text.replace(/^[\w.]{1,20} (?=~~)/, "");
  const end = bare.indexOf("~~", 2);
  return bare.startsWith("~~") && end !== -1 && end >= bare.length - 3;
}

/** Whether a text begins with a phrase; where words are parted by spaces, with whole words. */
function begins(text: string, phrase: string): boolean {
  return (
    text.slice(0, phrase.length).toLowerCase() === phrase &&
    (/[\u3040-\u9fff]/.test(phrase) || !/^[\p{L}\p{N}]/u.test(text.slice(phrase.length)))
  );
}
