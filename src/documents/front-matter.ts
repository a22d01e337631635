import { isMap, isScalar, parseDocument as parseYaml, visit, type Pair, type ParsedNode, type Scalar } from "yaml";
import type { DocumentProblem, HeaderField } from "../core/document.ts";
import { problem } from "./document-problems.ts";
import { collapsed, withPieces } from "./inline-words.ts";
import type { MarkdownTree } from "./markdown-tree.ts";

interface FrontMatter {
  readonly fields: readonly HeaderField[];
  readonly problems: readonly DocumentProblem[];
}

/** Fields of the YAML front matter with a plain value, and what is wrong with it. Aliases are not followed. */
export function frontMatter(tree: MarkdownTree): FrontMatter {
  const [node] = tree.root.children;
  if (node?.type !== "yaml") return { fields: [], problems: neverEnds(tree) };
  const opening =
    /^---[^\r\n]*(?:\r\n|\n|\r)/.exec(tree.source.text.slice(tree.start(node), tree.end(node)))?.[0] ?? "";
  const base = tree.start(node) + opening.length;
  const yaml = tree.source.text.slice(base, tree.end(node)).replace(/(?:^|\r\n|\n|\r)---[ \t]*$/, "");
  // A line of it was left out for its length, which has been said: offsets in the rest would be wrong.
  if (yaml.length !== node.value.length) return { fields: [], problems: [] };
  const parsed = parseYaml(yaml, { logLevel: "silent", strict: false, uniqueKeys: false });
  const error = parsed.errors[0] ?? repeatedKey(parsed.contents);
  if (error !== undefined) return { fields: [], problems: [unreadable(tree, base + error.pos[0], error.message)] };
  if (!isMap<ParsedNode, ParsedNode | null>(parsed.contents)) return { fields: [], problems: [] };
  return {
    fields: parsed.contents.items.flatMap(({ key, value }) =>
      isScalar(key) && isScalar(value) ? toField(tree, base, [key, value]) : [],
    ),
    problems: [],
  };
}

/** The first key that a map gives twice. The parser compares each key with all before it. */
function repeatedKey(
  node: ParsedNode | null,
): { readonly pos: readonly [number, number]; readonly message: string } | undefined {
  let first: Scalar.Parsed | undefined;
  visit(node, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items as Pair<ParsedNode>[]) {
        if (!isScalar(key) || key.value === "<<") continue;
        if (!seen.has(key.value)) seen.add(key.value);
        else if (first === undefined || key.range[0] < first.range[0]) first = key;
      }
    },
  });
  return first === undefined
    ? undefined
    : { pos: [first.range[0], first.range[1]], message: "Map keys must be unique" };
}

function toField(tree: MarkdownTree, base: number, [key, value]: readonly [Scalar, Scalar]): HeaderField[] {
  if (typeof key.value !== "string" || value.value === null || !key.range || !value.range) return [];
  const start = base + value.range[0];
  const text = tree.source.text.slice(start, base + value.range[1]).trimEnd();
  const plain = collapsed(typeof value.value === "string" ? value.value : text);
  const inline = {
    text,
    plain,
    location: tree.source.locate(start, start + text.length),
    codes: [],
    strongs: [],
    links: [],
  };
  const content = withPieces(inline, [{ start, end: start + text.length, words: plain }]);
  const name = key.value
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
  return [
    {
      label: key.value,
      key: name,
      value: content,
      location: tree.source.locate(base + key.range[0], start + text.length),
    },
  ];
}

/** The fault at its line. The parser's message goes on with its own count of lines and a picture of them. */
function unreadable(tree: MarkdownTree, offset: number, message: string): DocumentProblem {
  const text = tree.source.text;
  let start = Math.min(offset, text.length);
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start -= 1;
  const reason = /call stack/i.test(message)
    ? "it is nested too deeply"
    : (message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
  return problem(tree.source, start, `the front matter cannot be read: ${reason}`);
}

/** A first line `---` above something like `key: value` was meant to open front matter. */
function neverEnds(tree: MarkdownTree): DocumentProblem[] {
  const text = tree.source.text.replace(/^\uFEFF/, "");
  const opened = /^---[ \t]*(?:\r\n|\n|\r)[A-Za-z][\w-]*:(?=\s)/.test(text);
  return opened
    ? [
        problem(
          tree.source,
          tree.source.text.length - text.length,
          "the front matter is opened and never closed, so it is read as text",
        ),
      ]
    : [];
}
