import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWorkTree } from "../../src/source/work-tree.ts";
import { temporaryDirectory } from "./temporary-directory.ts";
import { today, open, kinds } from "./opened-work-tree.ts";

describe("entries", () => {
  it("lists in exact case, sorted by code unit, dot files too", () => {
    const { tree, root } = open({ "b.md": "", "B.md": "", ".git/HEAD": "", "docs/": "", "a.md": "" });
    expect(kinds(tree, "")).toEqual([".git directory", "B.md file", "a.md file", "b.md file", "docs directory"]);
    expect(tree).toMatchObject({ root, tree: "work tree", today });
  });

  it("is empty for what is no directory of the repository", () => {
    const { tree } = open({ "a.md": "", "docs/x.md": "" });
    for (const path of ["nowhere", "a.md", "Docs", "../", "/etc", "docs/../docs", "docs\\..\\.."])
      expect(tree.entries(path)).toEqual([]);
    expect(kinds(tree, "docs/")).toEqual(["x.md file"]);
  });

  it("answers the same for its whole life", () => {
    const { tree, root } = open({ "a.md": "one" });
    tree.entries("");
    tree.read("a.md");
    writeFileSync(join(root, "a.md"), "two");
    writeFileSync(join(root, "b.md"), "new");
    expect(kinds(tree, "")).toEqual(["a.md file"]);
    expect(tree.read("a.md")).toMatchObject({ text: "one" });
  });
});

describe("symbolic links", () => {
  it("are told apart by where they lead", () => {
    const { tree, root } = open({ "docs/a.md": "A" });
    const away = temporaryDirectory({ "secret.md": "secret", "folder/x.md": "x" });
    symlinkSync("docs/a.md", join(root, "file.md"));
    symlinkSync("docs", join(root, "folder"));
    symlinkSync("nowhere", join(root, "broken.md"));
    symlinkSync("self.md", join(root, "self.md"));
    symlinkSync(join(away, "secret.md"), join(root, "secret.md"));
    symlinkSync(away, join(root, "away"));
    expect(kinds(tree, "")).toEqual([
      "away outside",
      "broken.md broken",
      "docs directory",
      "file.md file",
      "folder directory",
      "secret.md outside",
      "self.md broken",
    ]);
    expect(tree.read("file.md")).toMatchObject({ ok: true, text: "A" });
    expect(tree.read("folder/a.md")).toMatchObject({ ok: true, text: "A" });
    expect(tree.read("secret.md")).toMatchObject({ ok: false, reason: "outside" });
    expect(tree.read("away/secret.md")).toMatchObject({ ok: false, reason: "outside" });
    expect(tree.entries("away")).toEqual([]);
    expect(tree.entries("away/folder")).toEqual([]);
    expect(tree.read("broken.md")).toMatchObject({ ok: false, reason: "broken" });
    expect(tree.read("self.md")).toMatchObject({ ok: false, reason: "broken" });
    expect(tree.glob(["**/*.md"])).toEqual(["docs/a.md", "file.md"]);
  });

  it("does not take a sibling whose name begins with that of the root for the root", () => {
    const parent = temporaryDirectory({ "repo/a.md": "", "repo-other/b.md": "" });
    symlinkSync("../repo-other/b.md", join(parent, "repo/b.md"));
    expect(openWorkTree(join(parent, "repo"), { today }).read("b.md")).toMatchObject({ reason: "outside" });
  });

  it("cannot lead a walk in circles", () => {
    const { tree, root } = open({ "a/x.md": "", "b/y.md": "" });
    symlinkSync("..", join(root, "a/up"));
    symlinkSync("../b", join(root, "a/to-b"));
    symlinkSync("../a", join(root, "b/to-a"));
    const walk = (directory: string): string[] =>
      tree.entries(directory).flatMap((entry) => {
        const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
        return entry.kind === "directory" ? [path, ...walk(path)] : [path];
      });
    expect(walk("")).toEqual([
      "a",
      "a/to-b",
      "a/to-b/to-a",
      "a/to-b/y.md",
      "a/up",
      "a/x.md",
      "b",
      "b/to-a",
      "b/to-a/to-b",
      "b/to-a/up",
      "b/to-a/x.md",
      "b/y.md",
    ]);
    expect(tree.glob(["**/*.md"])).toEqual(["a/x.md", "b/y.md"]);
  });

  it("may lead to the root itself", () => {
    const real = temporaryDirectory({ "a.md": "A" });
    const link = join(temporaryDirectory(), "link");
    symlinkSync(real, link);
    expect(openWorkTree(link, { today }).read("a.md")).toMatchObject({ ok: true, text: "A" });
    expect(openWorkTree(link, { today }).root).toBe(link);
  });
});
