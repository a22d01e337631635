import type { DataEntry, DataMap, DataScalar } from "../../core/data.ts";
import type { DocumentProblem, Inline } from "../../core/document.ts";
import { problem } from "../document-problems.ts";
import { collapsed, withPieces } from "../inline-words.ts";
import type { SourceText } from "../source-text.ts";

interface Written {
  readonly start: number;
  readonly end: number;
  /** The value when it is a text; undefined for numbers, dates and the like, which are what is written. */
  readonly text: string | undefined;
}

/** A scalar: its inline has the length of the source, with spaces in the place of quotation marks. */
export function scalarNode(source: SourceText, { start, end, text }: Written, comment: "#" | "//"): DataScalar {
  const written = source.text.slice(start, end).trimEnd();
  const bare = written.replace(/^(?:"""|'''|["'])|(?:"""|'''|["'])$/g, (marks) => " ".repeat(marks.length));
  const shown = text === undefined ? written : bare;
  return {
    kind: "scalar",
    content: inlineOf(source, { start, text: shown, plain: collapsed(text ?? written) }),
    isText: text !== undefined,
    comment: commentAfter(source, start + written.length, comment),
    location: source.locate(start, start + written.length),
  };
}

function inlineOf(
  source: SourceText,
  { start, text, plain }: { readonly start: number; readonly text: string; readonly plain: string },
): Inline {
  const location = source.locate(start, start + text.length);
  const inline = { text, plain, location, codes: [], strongs: [], links: [] };
  return withPieces(inline, [{ start, end: start + text.length, words: plain }]);
}

function commentAfter(source: SourceText, end: number, mark: "#" | "//"): Inline | undefined {
  const line = /^[^\r\n]*/.exec(source.text.slice(end, end + 1000))?.[0] ?? "";
  const lead = (mark === "#" ? /^[ \t,\]}]*#+\s*(?=\S)/ : /^[ \t,\]}]*\/{2,}\s*(?=\S)/).exec(line)?.[0];
  if (lead === undefined) return undefined;
  const text = line.slice(lead.length).trimEnd();
  return inlineOf(source, { start: end + lead.length, text, plain: collapsed(text) });
}

/** A map without the keys that are given twice: which of the two is meant, nobody can know. */
export function mapNode(
  source: SourceText,
  entries: readonly DataEntry[],
  { start, end }: { readonly start: number; readonly end: number },
): { readonly node: DataMap; readonly problems: readonly DocumentProblem[] } {
  const counts = new Map<string, number>();
  for (const { key } of entries) counts.set(key, (counts.get(key) ?? 0) + 1);
  const told = new Set<string>();
  const repeated = entries.filter(({ key }) => (counts.get(key) ?? 0) > 1);
  const second = repeated.filter(({ key }) => told.size < told.add(key).size === false);
  return {
    node: {
      kind: "map",
      entries: entries.filter(({ key }) => counts.get(key) === 1),
      location: source.locate(start, end),
    },
    problems: second.map(({ key, keyLocation }) =>
      problem(source, keyLocation.offset, `the key “${key}” is given twice in one map, so neither is read`),
    ),
  };
}
