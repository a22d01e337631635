import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import GithubSlugger from "github-slugger";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, it } from "vitest";

const project = join(import.meta.dirname, "../..");
const pages = [
  ...readdirSync(project).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(project, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md") && !/node_modules|\.vitepress/.test(name))
    .map((name) => join("docs", name)),
];
const known = new Map(pages.map((path) => [path, nodesOf(path)]));

/** All nodes of a page, in their order. */
function nodesOf(path: string): Nodes[] {
  const options = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };
  const all = (node: Nodes): Nodes[] => [node, ...("children" in node ? node.children.flatMap(all) : [])];
  return all(fromMarkdown(readFileSync(join(project, path), "utf8"), options));
}

function wordsOf(node: Nodes): string {
  return "children" in node ? node.children.map(wordsOf).join("") : "value" in node ? node.value : "";
}

function headings(path: string, depth?: number): string[] {
  const nodes = known.get(path) ?? [];
  return nodes.flatMap((node) =>
    node.type === "heading" && (depth === undefined || node.depth === depth) ? [wordsOf(node)] : [],
  );
}

/** Links and pictures of a page that lead to nothing in the project. */
function deadLinks(path: string): string[] {
  const links = (known.get(path) ?? []).flatMap((node) => ("url" in node ? [node.url] : []));
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [file = "", heading] = link.split("#", 2);
    const target = file === "" ? path : relative(project, join(project, dirname(path), file));
    if (!existsSync(join(project, target))) return true;
    const slugger = new GithubSlugger();
    return heading !== undefined && !headings(target).some((words) => slugger.slug(words) === heading);
  });
}

describe("the pages", () => {
  it("are there", () => {
    expect(pages.length).toBeGreaterThan(130);
  });

  it.each(pages)("%s links to what exists", (path) => {
    expect(deadLinks(path)).toEqual([]);
  });
});

it("the README has the picture, the sample, the steps and the commands in a screen and a half", () => {
  expect(readFileSync(join(project, "README.md"), "utf8").split("\n").length).toBeLessThan(150);
  expect(headings("README.md", 2)).toEqual([
    "Four steps",
    "Why not a Markdown linter, or a link checker?",
    "Commands",
    "What else",
    "Work on it",
  ]);
});
