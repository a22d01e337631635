import type { DataNode } from "../../core/data.ts";
import { lineStarts } from "../source-text.ts";
import type { DataFormat } from "./data-format.ts";
import { readJson } from "./json.ts";

/** One JSON value a line: a list of them. A line that cannot be read is said, and the others are read. */
export const jsonLines: DataFormat = {
  extensions: [".jsonl", ".ndjson"],
  comment: undefined,
  read: ({ source, start, end }) => {
    const text = source.text.slice(start, end);
    const starts = lineStarts(text);
    const lines = starts
      .map((from, index) => text.slice(from, starts[index + 1] ?? text.length).trimEnd())
      .map((line, index) => ({
        source,
        start: start + (starts[index] ?? 0),
        end: start + (starts[index] ?? 0) + line.length,
      }))
      .filter((line) => line.end > line.start)
      .map((line) => readJson(line));
    const items = lines.flatMap(({ root }): DataNode[] => (root === undefined ? [] : [root]));
    return {
      root: { kind: "list", items, location: source.locate(start, end) },
      problems: lines.flatMap(({ problems }) => problems),
    };
  },
};
