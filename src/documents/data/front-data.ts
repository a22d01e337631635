import type { DataNode } from "../../core/data.ts";
import { SourceText } from "../source-text.ts";
import { yaml } from "./yaml.ts";

/** What the front matter of a Markdown text holds; undefined without one, or when it cannot be read. */
export function readFrontMatter(text: string, path: string): DataNode | undefined {
  const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const closing = /(?:\r\n|\n|\r)(?:---|\.{3})[ \t]*(?=[\r\n]|$)/.exec(text.slice(opening.length));
  if (closing === null) return undefined;
  const end = opening.length + closing.index;
  return yaml.read({ source: new SourceText(path, text), start: opening.length, end }).root;
}
