import { lineLocator } from "../core/line-locator.ts";
import type { Location } from "../core/location.ts";
import { markdownLines, type MarkdownLine } from "../core/markdown-lines.ts";

/** A file of a unit, read by lines: a full parse of every unit would cost more than the audit. */
export interface UnitFile {
  readonly path: string;
  readonly text: string;
  /** Without comments; code is marked. */
  readonly lines: readonly MarkdownLine[];
  /** Lines of the front matter with both marks; 0 without one. */
  readonly frontLines: number;
  /** Of a whole line, counted from 1. */
  readonly locate: (line: number) => Location;
}

/** Prepares the text of a file for the readers of units. Never throws. */
export function unitFile(path: string, text: string): UnitFile {
  const lines = markdownLines(text);
  return { path, text, lines, frontLines: frontLength(lines), locate: lineLocator(path, text) };
}

function frontLength(lines: readonly MarkdownLine[]): number {
  if (!/^\uFEFF?---\s*$/.test(lines[0]?.text ?? "")) return 0;
  const end = lines.findIndex(({ text }, index) => index > 0 && /^(?:---|\.{3})\s*$/.test(text));
  return end + 1;
}

/** A line outside code, with its number from 1. */
export interface NumberedLine {
  readonly text: string;
  readonly line: number;
}

/** More lines than these are not a header. */
const longestHeader = 40;

/** The prose lines between front matter and the first heading of the second level, as many as a header may have. */
export function headerLines({ lines, frontLines }: UnitFile): NumberedLine[] {
  const found: NumberedLine[] = [];
  for (let index = frontLines; index < Math.min(lines.length, frontLines + longestHeader); index += 1) {
    const { text, code } = lines[index] as MarkdownLine;
    if (!code && /^#{2,6}\s/.test(text)) break;
    if (!code) found.push({ text, line: index + 1 });
  }
  return found;
}

export interface LabelledLine {
  /** In lower case, without markup. */
  readonly label: string;
  readonly value: string;
  readonly line: number;
}

/** `**Status**: Draft`, `- **Status:** Draft`, `> Status: Draft`, `Status：草稿`: the label and its value. */
export function labelledLine({ text, line }: NumberedLine): LabelledLine | undefined {
  const match =
    /^[>\s]*(?:[-*+]\s+)?(?:\*\*|__)?([\p{L}][^:：*_|`[\]]{0,40})(?:\*\*|__)?\s?[:：](?:\*\*|__)?\s*(\S.*)?$/u.exec(
      text,
    );
  const label = match?.[1]?.trim().toLowerCase();
  if (label === undefined || match === null) return undefined;
  // Several fields may share a line: `**Status**: Draft | **Owner**: Kim`.
  const value = (match[2] ?? "").split(/\s[|·]\s(?=\*\*[^*]+\*\*)/)[0] ?? "";
  return { label, value: value.trim(), line };
}

/** `status: "in progress"  # since May` in the front matter. */
export function frontField({ lines, frontLines }: UnitFile, labels: readonly string[]): LabelledLine | undefined {
  for (let index = 1; index < frontLines - 1; index += 1) {
    const [, key, written = ""] = /^([\w-]+):\s+(\S.*)$/.exec(lines[index]?.text ?? "") ?? [];
    const label = key?.toLowerCase().replace(/[_-]+/g, " ");
    if (label !== undefined && labels.includes(label)) return { label, value: scalarOf(written), line: index + 1 };
  }
  return undefined;
}

/** Without quotation marks, and without the comment after it. */
function scalarOf(written: string): string {
  const value = /^(["'])(.*?)\1/.exec(written)?.[2] ?? written.split(" #", 1)[0] ?? "";
  return value.trim();
}

export interface UnitHeading extends NumberedLine {
  readonly level: number;
}

/** The headings of a file with their words. */
export function headings({ lines, frontLines }: UnitFile): UnitHeading[] {
  return lines.flatMap(({ text, code }, index): UnitHeading[] => {
    const match = code || index < frontLines ? null : /^(#{1,6})\s+(\S.*)$/.exec(text);
    return match === null
      ? []
      : [{ level: (match[1] ?? "").length, text: (match[2] ?? "").replace(/\s#+\s*$/, "").trim(), line: index + 1 }];
  });
}
