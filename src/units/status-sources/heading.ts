import type { StatusReader } from "../status-source.ts";
import { headings, labelledLine, type NumberedLine, type UnitFile } from "../unit-file.ts";

/** More words than these are a sentence about something else. */
const mostWords = 6;

/** `## Status`, and what follows it: a word, the first words of a paragraph, or a bullet with the label. */
export const heading: StatusReader = ({ file, labels }) => {
  if (file === undefined) return undefined;
  const heading = headings(file).find(({ text, level }) => level > 1 && labels.includes(plain(text)));
  return heading === undefined ? undefined : below(file, heading.line, labels);
};

function below(file: UnitFile, from: number, labels: readonly string[]) {
  const end = file.lines.findIndex(({ text, code }, index) => index >= from && (code || /^#{1,6}\s/.test(text)));
  const lines = file.lines
    .slice(from, end === -1 ? undefined : end)
    .map(({ text }, index) => ({ text, line: from + index + 1 }))
    .filter(({ text }) => text.trim() !== "");
  for (const [index, line] of lines.entries()) {
    const text = statusIn(line, { labels, isFirst: index === 0 });
    if (text !== undefined) return { text, location: file.locate(line.line) };
  }
  return undefined;
}

function statusIn(
  line: NumberedLine,
  { labels, isFirst }: { readonly labels: readonly string[]; readonly isFirst: boolean },
): string | undefined {
  const field = labelledLine(line);
  if (field !== undefined) return labels.includes(field.label) && field.value !== "" ? field.value : undefined;
  return isFirst && isStatement(line.text) ? line.text.trim() : undefined;
}

/** A status is a few words, or begins a sentence with them. */
function isStatement(text: string): boolean {
  const words = plain(text.replace(/^\s*[-*+]\s+/, "")).split(/[.,;:(—–·]|\s-\s/, 1)[0] ?? "";
  return words.trim() !== "" && words.trim().split(/\s+/).length <= mostWords;
}

function plain(text: string): string {
  return text
    .replace(/[*_`]/g, "")
    .replace(/^[\d.)\s]+/, "")
    .trim()
    .toLowerCase();
}
