import { isMap, isScalar, parseDocument as parseYaml } from "yaml";
import type { DocumentProblem, HeaderField } from "../core/document.ts";
import type { MarkdownTree } from "./markdown-tree.ts";
import { problem } from "./document-problems.ts";

/** Fields of the YAML front matter with a plain value, and what is wrong with it. */
export function frontMatter(tree: MarkdownTree): { readonly fields: readonly HeaderField[]; readonly problems: readonly DocumentProblem[] } {
  const [node] = tree.root.children;
  if (node?.type !== "yaml") return { fields: [], problems: neverEnds(tree) };
  const base = tree.start(node) + (/^---[^\r\n]*(?:\r\n|\n|\r)/.exec(tree.source.text.slice(tree.start(node)))?.[0].length ?? 0);
  const parsed = parseYaml(node.value, { logLevel: "silent", strict: false });
  const [error] = parsed.errors;
  if (error !== undefined) {
    return { fields: [], problems: [problem(tree, base + error.pos[0], `the front matter cannot be read: ${error.message.split("\n")[0] ?? ""}`)] };
  }
  if (!isMap(parsed.contents)) return { fields: [], problems: [] };
  const fields = parsed.contents.items.flatMap(({ key, value }): HeaderField[] => {
    if (!isScalar(key) || !isScalar(value) || typeof key.value !== "string" || value.value === null || !key.range || !value.range) return [];
    const [start, end] = [base + value.range[0], base + value.range[1]];
    const plain = tree.source.text.slice(start, end).replace(/^(["'])([\s\S]*)\1$/, "$2").replace(/\s+/g, " ").trim();
    const content = { text: tree.source.text.slice(start, end), plain, location: tree.source.locate(start, end), codes: [], strongs: [], links: [] };
    return [{ label: key.value, key: key.value.toLowerCase().replace(/[_-]+/g, " "), value: content, location: tree.source.locate(base + key.range[0], end) }];
  });
  return { fields, problems: [] };
}

/** A first line `---` above something like `key: value` was meant to open front matter. */
function neverEnds(tree: MarkdownTree): DocumentProblem[] {
  const text = tree.source.text.replace(/^\uFEFF/, "");
  const opened = /^---[ \t]*(?:\r\n|\n|\r)[A-Za-z][\w-]*:[ \t]/.test(text);
  return opened ? [problem(tree, tree.source.text.length - text.length, "the front matter is opened and never closed")] : [];
}
