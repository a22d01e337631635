import { markdownLines, type MarkdownLine } from "../core/markdown-lines.ts";
import { phraseFinder } from "./phrase-finder.ts";

const headerLines = 40;

/**
 * The values of the header fields with one of these labels, as written: front matter, or a line `**Parent Spec**: [002-seats](../002-seats/spec.md)` before the first
 * second-level heading, also as an item, in a quote, or as a row of a table.
 */
export function headerValues(text: string, labels: readonly string[]): string[] {
  const finder = phraseFinder(labels);
  const lines = markdownLines(text.replace(/^\uFEFF/, "")).slice(0, headerLines);
  const end = lines.findIndex((line) => !line.code && /^##\s/.test(line.text));
  return lines.slice(0, end === -1 ? headerLines : end).flatMap((line, index, all): string[] => {
    if (line.code) return [];
    const [, label, value = ""] =
      /^[>\s*_|-]{0,8}([\p{L}][\p{L} _-]{1,40}?)[\s*_]{0,4}[:：|](?![:/])(.*)$/u.exec(line.text) ?? [];
    if (label === undefined || !isLabel(label.replaceAll("_", " "), finder)) return [];
    const values = [value, ...(value.trim() === "" ? itemsFrom(all.slice(index + 1)) : [])];
    return values.map(trimmed).filter((one) => one !== "");
  });
}

/** In front matter a list may follow its key. */
function itemsFrom(lines: readonly MarkdownLine[]): string[] {
  const end = lines.findIndex(({ text }) => !/^\s*-\s/.test(text));
  return lines.slice(0, end === -1 ? lines.length : end).map(({ text }) => text);
}

/** A label is one of them, or begins with one: “Parent Spec Name”. */
function isLabel(label: string, finder: { first(text: string): number | undefined }): boolean {
  return finder.first(label.trim()) === 0;
}

/** Without the marks of emphasis, items and cells around it. */
function trimmed(value: string): string {
  const words = value.split(/[\s*|]+/).filter((word) => word !== "" && word !== "-");
  return words.join(" ");
}
