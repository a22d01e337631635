import { isAlias, isMap, isScalar, isSeq, parseDocument, type ParsedNode, type Scalar } from "yaml";
import type { DataEntry, DataNode } from "../../core/data.ts";
import type { DocumentProblem } from "../../core/document.ts";
import { problem } from "../document-problems.ts";
import type { SourceText } from "../source-text.ts";
import type { DataFormat, DataStretch } from "./data-format.ts";
import { mapNode, scalarNode } from "./data-nodes.ts";

/** YAML as it is written: aliases are not followed, tags are not applied, and a number, a date or a boolean is its text. */
export const yaml: DataFormat = {
  extensions: [".yaml", ".yml"],
  comment: "#",
  read: (stretch) => {
    const { source, start, end } = stretch;
    const text = source.text.slice(start, end);
    const parsed = parseDocument(text, {
      logLevel: "silent",
      strict: false,
      uniqueKeys: false,
      keepSourceTokens: false,
    });
    const [error] = parsed.errors;
    if (error !== undefined)
      return { root: undefined, problems: [unreadable(source, start + error.pos[0], error.message)] };
    const problems: DocumentProblem[] = [];
    const root = parsed.contents === null ? undefined : toNode(parsed.contents, { stretch, problems });
    return { root, problems };
  },
};

interface Reading {
  readonly stretch: DataStretch;
  readonly problems: DocumentProblem[];
}

function toNode(node: ParsedNode, reading: Reading): DataNode | undefined {
  const { source, start } = reading.stretch;
  const [from, to] = node.range;
  if (isAlias(node)) return undefined;
  if (isScalar(node)) return toScalar(node, reading);
  if (isSeq<ParsedNode>(node)) {
    const items = node.items.flatMap((item) => toNode(item, reading) ?? []);
    return { kind: "list", items, location: source.locate(start + from, start + to) };
  }
  if (!isMap<ParsedNode, ParsedNode | null>(node)) return undefined;
  const entries = node.items.flatMap(({ key, value }): DataEntry[] => {
    const read = value === null ? undefined : toNode(value, reading);
    const name = isScalar(key) ? toScalar(key, reading) : undefined;
    return read === undefined || name === undefined
      ? []
      : [{ key: name.content.plain, keyLocation: name.location, value: read }];
  });
  const { node: map, problems } = mapNode(source, entries, { start: start + from, end: start + to });
  reading.problems.push(...problems);
  return map;
}

function toScalar(node: Scalar.Parsed, { stretch: { source, start } }: Reading) {
  const [from, to] = node.range;
  const text = typeof node.value === "string" ? node.value : undefined;
  return scalarNode(source, { start: start + from, end: start + to, text }, "#");
}

/** The fault at its line. The parser's message goes on with its own count of lines and a picture of them. */
function unreadable(source: SourceText, offset: number, message: string): DocumentProblem {
  let start = Math.min(offset, source.text.length);
  while (start > 0 && !/[\r\n]/.test(source.text.charAt(start - 1))) start -= 1;
  const reason = /call stack/i.test(message)
    ? "it is nested too deeply"
    : (message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
  return problem(source, start, `the file cannot be read, so nothing in it is checked: ${reason}`);
}
