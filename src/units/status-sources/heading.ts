import type { StatusReader } from "../status-source.ts";
import { headings, labelledLine, type UnitFile } from "../unit-file.ts";

/** More words than these are a sentence about something else. */
const mostWords = 6;

/** `## Status`, and what follows it: a word, the first words of a paragraph, or a bullet with the label. */
export const heading: StatusReader = ({ file, labels }) => {
  if (file === undefined) return undefined;
  const heading = headings(file).find(({ text, level }) => level > 1 && labels.includes(plain(text)));
  return heading === undefined ? undefined : below(file, heading.line, labels);
};

function below(file: UnitFile, from: number, labels: readonly string[]) {
  let isFirst = true;
  for (let line = from + 1; line <= file.lines.length; line += 1) {
    const { text = "", code = false } = file.lines[line - 1] ?? {};
    if (code || /^#{1,6}\s/.test(text)) return undefined;
    if (text.trim() === "") continue;
    const field = labelledLine({ text, line });
    if (field !== undefined && labels.includes(field.label) && field.value !== "")
      return { text: field.value, location: file.locate(line) };
    if (isFirst && field === undefined && isStatement(text)) return { text: text.trim(), location: file.locate(line) };
    isFirst = false;
  }
  return undefined;
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
