import type { Candidate } from "../../core/claims/claim.ts";
import { entryKey } from "../../core/entry-key.ts";
import { lineEnd, lineStart, prefixOf, splitLines, textAt, type SourceLines } from "../fixes/source-lines.ts";

const former = /\(formerly:? [`“"]?[^)`”"]+[`”"]?\)/gi;

/** What an entry says beside its title and its targets. */
export interface EntryNotes {
  /** Lines of Markdown without the indentation of the entry; the first one is empty when they begin with a paragraph. */
  readonly lines: readonly string[];
  /** "(formerly Foo)", which belongs to the title. */
  readonly former: string | undefined;
}

/** Takes an entry apart, so that it can be written elsewhere and nothing is lost; undefined when its lines cannot be moved as they are. */
export function entryNotes(candidate: Candidate, source: SourceLines): EntryNotes | undefined {
  const body = bodyOf(candidate, source);
  if (body === undefined) return undefined;
  const priority = titlePriority(candidate);
  if (!isSpent(besideTitle(candidate, source), priority)) return undefined;
  const trimmed = withoutBlankEnds(body);
  const [first = ""] = trimmed;
  const marker = /^[-*+](?=\s)/.exec(first)?.[0] ?? "-";
  const graded = priority === undefined ? [] : [`${marker} **Priority**: ${priority}`];
  const said = [...graded, ...remainder(afterHead(candidate, source), marker)];
  const paragraph = first !== "" && !/^(?:[-*+]|\d+[.)])\s/.test(first);
  return {
    lines: [...said, ...(paragraph ? [""] : []), ...trimmed],
    former: textAt(source, candidate.opening).match(former)?.join(" "),
  };
}

/** The lines below the title; undefined when they cannot be moved. */
function bodyOf(candidate: Candidate, source: SourceLines): string[] | undefined {
  if (!/^ {0,12}$/.test(prefixOf(source, candidate.extent.offset))) return undefined;
  const body = candidate.shape === "heading" ? headingBody(candidate, source) : bulletBody(candidate, source);
  // The width of a tab depends on its column.
  return body?.some((line) => /^ *\t/.test(line)) === true ? undefined : body;
}

function afterHead({ head, opening }: Candidate, source: SourceLines): string {
  return textAt(source, { offset: head.endOffset, endOffset: opening.endOffset }).replaceAll(former, "");
}

/** The lines below a heading of the form `### Title`; undefined for one that is underlined. */
function headingBody({ opening, extent }: Candidate, source: SourceLines): string[] | undefined {
  const end = lineEnd(source, opening.endOffset);
  if (source.text.charAt(extent.offset) !== "#") return undefined;
  return end >= extent.endOffset ? [] : splitLines(source.text.slice(end, extent.endOffset));
}

/** The lines below the first paragraph of a bullet. */
function bulletBody({ opening, extent }: Candidate, source: SourceLines): string[] | undefined {
  const end = lineEnd(source, opening.endOffset);
  if (end >= extent.endOffset) return [];
  const [, ...lines] = splitLines(source.text.slice(end, extent.endOffset));
  const marker = /^(?:[-*+]|\d+[.)]) */.exec(source.text.slice(extent.offset, extent.offset + 16))?.[0];
  if (marker === undefined) return undefined;
  const width = extent.offset - lineStart(source, extent.offset) + marker.length;
  return lines.map((line) => line.replace(new RegExp(`^ {0,${width}}`), ""));
}

/** A priority that is part of the title: "### P1 — Export", "Export (P1)". */
function titlePriority({ priority, opening, fields }: Candidate): string | undefined {
  if (priority === undefined || fields.some((field) => field.names.includes("priority"))) return undefined;
  return priority.location.offset === opening.offset && priority.location.endOffset === opening.endOffset
    ? priority.text
    : undefined;
}

/** The words of the head that are neither title nor target: a priority, the address of a link. */
function besideTitle({ head, targets, title }: Candidate, source: SourceLines): string {
  const end = Math.min(head.endOffset, ...targets.map((target) => target.location.offset));
  const key = ` ${entryKey(textAt(source, { offset: head.offset, endOffset: end }).replaceAll(former, ""))} `;
  return key.replace(` ${entryKey(title)} `, " ").trim();
}

/** Whether nothing is left of them but the priority, which becomes a note. */
function isSpent(words: string, priority: string | undefined): boolean {
  return words === "" || (priority !== undefined && words.replace(/^(?:priority|tier) /, "") === entryKey(priority));
}

/** The words after the title, as a note of their own. */
function remainder(text: string, marker: string): string[] {
  const [first = "", ...rest] = splitLines(text.replace(/^\s*(?::|—|–|--?(?=\s))?\s*/, "").trimEnd());
  return first === "" ? [] : [`${marker} ${first}`, ...rest.map((line) => `  ${line.trimStart()}`)];
}

function withoutBlankEnds(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return first === -1 ? [] : lines.slice(first, last + 1);
}
