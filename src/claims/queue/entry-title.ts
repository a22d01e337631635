import type { EntryShape, SpecTarget } from "../../core/claims/claim.ts";
import type { Inline, ListItem } from "../../core/document.ts";
import { plainSlice, quotedSlice } from "../../documents/slice-inline.ts";
import { isNoteOpening } from "./note-openings.ts";
import { priorityBeside, priorityToken, trailingPriority } from "./priority-token.ts";
import { arrowSigns } from "../references/arrow.ts";
import { numberAt } from "../references/plain-target.ts";
import { specMentions, targetOfPath, targetsOf } from "../references/spec-target.ts";

/** The title line of an entry, taken apart. Offsets count in the `text` of the inline it was read from. */
export interface EntryTitle {
  readonly title: string;
  readonly shape: EntryShape;
  readonly priority: string | undefined;
  readonly targets: readonly SpecTarget[];
  /** Former titles named in the line: "(formerly Foo)". */
  readonly formerly: readonly string[];
  /** Where the title line ends and what the entry says begins. */
  readonly bodyStart: number;
}

const arrow = new RegExp(String.raw`\s${arrowSigns}\s`);
const separator = /^\s*(?::|—|–|-{1,2}(?=\s)|\(|$)/;
/** What comes before a spec that the entry had before: "-> Spec 012, was Spec 011". */
const formerSpec = /\b(?:was|were|formerly|previously|replac(?:es|ed|ing)|instead of)\s+$/i;
/** The directory of a spec at the end of a title: "Seat maps (011-seat-maps)". */
const directoryTail = /(?<!\s)\s*\(\s*`?(?:\d{8}-\d{6}|\d{3,5})-[\p{L}\p{N}][\p{L}\p{N}_-]*`?\s*\)$/u;
const formerly = /\(formerly:? [`“"]?([^)`”"]+)[`”"]?\)/gi;

/**
 * Reads a bullet as an entry; undefined when it does not begin with a title in one of the allowed shapes. Where a bullet may as well be a note
 * (`amongNotes`), a title in bold, code or a link must be set off from what follows.
 */
export function bulletTitle(item: ListItem, shapes: readonly EntryShape[], amongNotes = false): EntryTitle | undefined {
  const found = entryStart(item, amongNotes);
  return found !== undefined && shapes.includes(found.shape) ? toEntryTitle(item.content, found) : undefined;
}

/** Reads a heading as an entry. */
export function headingTitle(heading: Inline): EntryTitle {
  const at = arrow.exec(heading.text);
  const title = plainSlice(heading, 0, at?.index ?? heading.text.length);
  return toEntryTitle(heading, { title, shape: "heading", end: at?.index ?? heading.text.length });
}

/** Bold words of which nothing else is known: a title that is struck out within its bold. */
export function wholeTitle(inline: Inline): EntryTitle | undefined {
  const title = inline.plain.replace(/:\s*$/, "");
  return isNoteOpening(title) ? undefined : toEntryTitle(inline, { title, shape: "bold", end: inline.text.length });
}

interface EntryStart {
  readonly title: string;
  readonly shape: EntryShape;
  /** Offset after the title and its markup. */
  readonly end: number;
}

function entryStart(item: ListItem, amongNotes: boolean): EntryStart | undefined {
  const inline = item.content;
  const span = spanStart(inline, leadingLength(inline.text));
  const own = span !== undefined && (!amongNotes || isSetOff(inline, span)) ? span : undefined;
  return own ?? arrowStart(inline) ?? taskStart(item) ?? plainStart(item);
}

/** A sign or a word in brackets or capitals that says how far the entry is, before a title that is marked up as one. */
const mark =
  /^\s*(?:[✅✔☑✓🚧❌✗✘⏸⏳]\uFE0F?\s*|(?:\[\p{L}[\p{L}'’ ]{1,30}\]|\(\p{L}[\p{L}'’ ]{1,30}\))[\s:–—-]*(?=\*\*|__|`|\[)|\p{Lu}[\p{Lu} ]{2,20}(?::|\s[–—-])\s*(?=\*\*|__|`|\[))/u;
const date = /^\s*(?:\[\d{4}-\d{2}-\d{2}\]|\(\d{4}-\d{2}-\d{2}\)|\d{4}-\d{2}-\d{2})(?!\w)\s*(?:[:—–-]+\s*)?/;

/** How much comes before a title: white space, a date, a mark, a priority, in any order. */
function leadingLength(text: string): number {
  let at = text.length - text.trimStart().length;
  for (let round = 0; round < 4; round += 1) {
    const rest = text.slice(at, at + 80);
    const length = date.exec(rest)?.[0].length ?? priorityToken(rest)?.restStart ?? mark.exec(rest)?.[0].length ?? 0;
    if (length === 0) break;
    at += length;
  }
  return at;
}

/** `` `Title`: …``, `**Title** — …`, `[Title](path): …`, `**Title** is …`. */
function spanStart(inline: Inline, indent: number): EntryStart | undefined {
  const at = inline.location.offset + indent;
  const kinds = [
    ["link", inline.links],
    ["code", inline.codes],
    ["bold", inline.strongs],
  ] as const;
  for (const [shape, spans] of kinds) {
    const span = spans.find((one) => one.location.offset === at);
    if (span === undefined) continue;
    const end = span.location.endOffset - inline.location.offset;
    const title = span.text.replace(/:\s*$/, "").trim();
    if (!/[\p{L}\p{N}]/u.test(title) || isNoteOpening(title)) continue;
    if (shape === "bold" ? !looksLikeSource(title) : !looksLikeCode(title)) return { title, shape, end };
  }
  return undefined;
}

/** Whether a label's colon, a separator or an arrow follows a title, and no sentence that begins with it. */
function isSetOff(inline: Inline, { shape, end }: EntryStart): boolean {
  const rest = inline.text.slice(end, end + 40);
  if (shape === "bold" && /:[*_\s]*$/.test(inline.text.slice(0, end))) return true;
  return separator.test(rest) || arrow.exec(rest)?.index === 0 || priorityBeside(inline.text, end) !== undefined;
}

/** Bold words that are a path or a piece of a program. */
function looksLikeSource(title: string): boolean {
  return !title.includes(" ") && (/[/\\=;{}<>$()]/.test(title) || /\.[a-z]{1,5}$/.test(title));
}

/** Identifiers, paths and commands in code are not titles: `` `src/app.ts`: … ``, `` `softDeletes`: … ``. */
export function looksLikeCode(title: string): boolean {
  if (title.includes(" ")) return /^(?:npm|npx|pnpm|yarn|git|node|--?\w)/.test(title) || /[=;{}<>$]/.test(title);
  return !/^[A-Z][a-z]+(?:-[A-Za-z]+)*$/.test(title);
}

function arrowStart(inline: Inline): EntryStart | undefined {
  const at = arrow.exec(inline.text);
  if (at === null) return undefined;
  const title = plainSlice(inline, 0, at.index);
  const target = inline.text.slice(at.index);
  const pointsAtSpec =
    /\bspec(?:s|ification)?\b|\bspec\d|\d{3}-|^\s*\S+\s*(?:#|S-)?\d{3,5}(?![\w.])|\bTBD\b/i.test(
      target.slice(0, 120),
    ) || target.trim().length <= 3;
  return title.length > 0 && title.length <= 200 && pointsAtSpec ? { title, shape: "arrow", end: at.index } : undefined;
}

function taskStart(item: ListItem): EntryStart | undefined {
  if (item.mark === undefined) return undefined;
  const text = item.content.text;
  const at = /(?::\s|\s—\s|\s–\s|\s--\s|\n)/.exec(text)?.index ?? text.length;
  const title = plainSlice(item.content, 0, at);
  return title === "" ? undefined : { title, shape: "task", end: at };
}

/** A short line without a full stop. Placeholders such as "None" are not entries. */
function plainStart(item: ListItem): EntryStart | undefined {
  const plain = item.content.plain;
  if (plain.length > 100 || !/^[\p{Lu}\p{N}[]/u.test(plain) || /[.:;!?]$/.test(plain)) return undefined;
  if (/^(?:none|nothing|empty|n\/a|tbd|no)\b/i.test(plain)) return undefined;
  return { title: plain, shape: "plain", end: item.content.text.length };
}

function toEntryTitle(inline: Inline, found: EntryStart): EntryTitle {
  const former = [...`${found.title} ${inline.text.slice(found.end, found.end + 200)}`.matchAll(formerly)].map(
    ([, title = ""]) => title.trim(),
  );
  const own = splitPriority(found.title.replaceAll(formerly, "").trim());
  const beside = found.shape === "heading" ? undefined : priorityBeside(inline.text, found.end);
  const { targets, end } = titleTargets(inline, beside?.end ?? found.end);
  return {
    title: withoutFullStop(own.title.replace(directoryTail, "")),
    shape: found.shape,
    priority: own.priority ?? priorityToken(inline.text)?.priority ?? beside?.priority,
    targets,
    formerly: [...new Set(former)],
    bodyStart: end,
  };
}

/** A title without the priority at its beginning or its end. */
function splitPriority(title: string): { readonly title: string; readonly priority: string | undefined } {
  const leading = priorityToken(title);
  const bare = leading !== undefined && leading.rest !== "" ? leading.rest : title;
  const trailing = trailingPriority(bare);
  return { title: trailing?.title ?? bare, priority: trailing?.priority ?? leading?.priority };
}

/** A title may end as a sentence; "etc." and "…" stay. */
function withoutFullStop(title: string): string {
  return /[^.]\.$/.test(title) && !/\b(?:etc|inc|ltd|co|[a-z]\.[a-z])\.$/i.test(title) ? title.slice(0, -1) : title;
}

/** The specs after the arrow that follows the title, and where the last of them ends. */
function titleTargets(inline: Inline, titleEnd: number): { targets: readonly SpecTarget[]; end: number } {
  const rest = inline.text.slice(titleEnd);
  const at = arrow.exec(rest);
  if (at === null || at.index > 80) return { targets: [], end: titleEnd };
  const from = titleEnd + at.index + at[0].length;
  const stop = sentenceEnd(inline.text, from);
  const mentions = specMentions(inline).filter(
    ({ start }) => start >= from && start < stop && !formerSpec.test(inline.text.slice(from, start)),
  );
  const targets = targetsOf(mentions);
  const last = mentions.at(-1);
  if (last !== undefined) return { targets, end: last.end };
  const path = pathTarget(inline, from, stop);
  if (path !== undefined) return { targets: [path.target], end: path.end };
  // "#912" may be an issue; only a promoted entry means a spec by it.
  const number = inline.text[from] === "#" ? undefined : numberAt(inline, from);
  return number === undefined ? { targets, end: from } : { targets: [number.target], end: number.end };
}

function sentenceEnd(text: string, from: number): number {
  const at = /[.;](?:\s|$)|\n/.exec(text.slice(from));
  return at === null ? text.length : from + at.index;
}

/** `` -> `specs/242-operational-controls` ``, `-> [the spec](specs/242-operational-controls/spec.md)`, `-> 242-operational-controls`. */
function pathTarget(inline: Inline, from: number, stop: number): { target: SpecTarget; end: number } | undefined {
  const spans = [
    ...inline.codes.map((code) => ({ ...code, path: code.text })),
    ...inline.links.map((link) => ({ ...link, path: link.url })),
  ];
  for (const span of spans) {
    const start = span.location.offset - inline.location.offset;
    const found = start >= from && start < stop ? targetOfPath(span.path) : undefined;
    if (found !== undefined)
      return {
        target: { ...found, text: span.text, location: span.location },
        end: span.location.endOffset - inline.location.offset,
      };
  }
  const bare = /^[\w./-]*?(?:\d{8}-\d{6}|\d{2,5})-[\p{L}\p{N}][\p{L}\p{N}_-]*/u.exec(inline.text.slice(from, stop));
  const found = bare === null ? undefined : targetOfPath(bare[0]);
  if (bare === null || found === undefined) return undefined;
  return { target: { ...found, ...quotedSlice(inline, from, from + bare[0].length) }, end: from + bare[0].length };
}
