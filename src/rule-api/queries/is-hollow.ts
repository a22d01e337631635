import { splitLines } from "../fixes/source-lines.ts";

/** Whether a Markdown document has come to hold nothing but headings, comments, front matter and the heads of tables. */
export function isHollow(text: string): boolean {
  const body = text
    .replace(/^\uFEFF/, "")
    .replace(/^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/, "")
    .replace(/<!--[\s\S]*?-->/g, "");
  const lines = splitLines(body)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^(?:#{1,6}(?:\s|$)|=+$|-+$)/.test(line));
  const delimiter = (line: string | undefined): boolean =>
    line !== undefined && line.includes("-") && /^[\s:|-]+$/.test(line);
  return lines.every((line, index) => delimiter(line) || (line.includes("|") && delimiter(lines[index + 1])));
}
