import { parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { DataEntry, DataNode } from "../../core/data.ts";
import type { DocumentProblem } from "../../core/document.ts";
import { problem } from "../document-problems.ts";
import type { DataFormat, DataStretch, ReadData } from "./data-format.ts";
import { mapNode, scalarNode } from "./data-nodes.ts";

/** JSON, with comments and commas at the end. */
export const json: DataFormat = {
  extensions: [".json", ".jsonc"],
  comment: "//",
  read: (stretch) => readJson(stretch),
};

/** The value of a stretch. */
export function readJson(stretch: DataStretch): ReadData {
  const { source, start, end } = stretch;
  const errors: ParseError[] = [];
  const tree = parseTree(source.text.slice(start, end), errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined) {
    const reason = printParseErrorCode(error.error)
      .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
      .toLowerCase();
    const at = source.locate(start + error.offset, start + error.offset);
    return {
      root: undefined,
      problems: [problem(source, at.offset, `the file cannot be read, so nothing in it is checked: ${reason}`)],
    };
  }
  const problems: DocumentProblem[] = [];
  return { root: tree === undefined ? undefined : toNode(tree, { stretch, problems }), problems };
}

interface Reading {
  readonly stretch: DataStretch;
  readonly problems: DocumentProblem[];
}

function toNode(node: Node, reading: Reading): DataNode {
  const { source, start } = reading.stretch;
  const range = { start: start + node.offset, end: start + node.offset + node.length };
  if (node.type === "array") {
    const items = (node.children ?? []).map((child) => toNode(child, reading));
    return { kind: "list", items, location: source.locate(range.start, range.end) };
  }
  if (node.type !== "object")
    return scalarNode(source, { ...range, text: node.type === "string" ? String(node.value) : undefined }, "//");
  const entries = (node.children ?? []).flatMap(({ children: [key, value] = [] }): DataEntry[] =>
    key === undefined || value === undefined
      ? []
      : [
          {
            key: String(key.value),
            keyLocation: source.locate(start + key.offset, start + key.offset + key.length),
            value: toNode(value, reading),
          },
        ],
  );
  const { node: map, problems } = mapNode(source, entries, range);
  reading.problems.push(...problems);
  return map;
}
