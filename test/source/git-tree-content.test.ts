import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { sizeLimit } from "../../src/source/read-text.ts";
import { openWorkTree } from "../../src/source/work-tree.ts";
import { gitRepository, isolateGit, type Repository } from "./git-repository.ts";
import { today, staged, committed, textOf, names, kinds } from "./opened-git-tree.ts";

isolateGit();

describe.each(["index", "commit"])("what stands in the %s", (kind) => {
  const open = (repository: Repository): Snapshot => (kind === "index" ? staged(repository) : committed(repository));

  it("is a file, a directory, or a link that means what it means in the work tree", () => {
    const repository = gitRepository({ "docs/a.md": "a", "docs/deep/b.md": "b" });
    const links = {
      "file.md": "docs/a.md",
      directory: "docs",
      broken: "nowhere.md",
      outside: "../elsewhere.md",
      absolute: "/etc/passwd",
      itself: "itself",
      one: "two",
      two: "one",
      chain: "file.md",
      "far-outside": "outside",
      root: ".",
      "docs/up": "..",
      "docs/through": "../directory/deep",
    };
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(repository.root, name));
    writeFileSync(join(repository.root, "../elsewhere.md"), "never read");
    repository.commit();
    const [snapshot, workTree] = [open(repository), openWorkTree(repository.root, { today })];
    expect({ ".git": "directory", ...kinds(snapshot) }).toEqual(kinds(workTree));
    expect(kinds(snapshot)).toMatchObject({
      "file.md": "file",
      directory: "directory",
      broken: "broken",
      outside: "outside",
      absolute: "outside",
      itself: "broken",
      one: "broken",
      chain: "file",
      root: "directory",
    });
    for (const directory of [
      "docs",
      "directory",
      "docs/up",
      "docs/through",
      "root",
      "root/docs",
      "directory/deep",
      "nowhere",
      "broken",
      "outside",
      "file.md",
    ])
      expect([directory, kinds(snapshot, directory)]).toEqual([directory, kinds(workTree, directory)]);
    for (const patterns of [
      ["**"],
      ["*.md", "docs/**"],
      ["*", "!one"],
      ["!one"],
      ["../*"],
      ["/etc/*"],
      ["{a,b}".repeat(20)],
      ["@(docs|x)/*"],
      ["{docs,x}/**/b.md"],
      [],
    ])
      expect(snapshot.glob(patterns)).toEqual(workTree.glob(patterns));
    for (const path of [
      ...Object.keys(links),
      "directory/a.md",
      "directory/through/b.md",
      "docs/through/b.md",
      "docs",
      "",
      "docs/a.md/x",
      "broken/x",
      "outside/x",
    ]) {
      expect([path, textOf(snapshot, path)]).toEqual([path, textOf(workTree, path)]);
    }
  });

  it("is not read when it is no UTF-8 or too large", () => {
    const repository = gitRepository({
      "docs/a/x.md": Uint8Array.from([0x61, 0xff]),
      "docs/b/x.md": "x".repeat(sizeLimit + 1),
      "docs/c/x.md": "ü",
      "docs/d/x.md": "x".repeat(sizeLimit),
    });
    const snapshot = open(repository);
    expect(snapshot.read("docs/a/x.md")).toMatchObject({
      ok: false,
      reason: "encoding",
      detail: expect.stringContaining("0xff at offset 1") as string,
    });
    expect(snapshot.read("docs/b/x.md")).toMatchObject({ ok: false, reason: "too-large" });
    expect([textOf(snapshot, "docs/c/x.md"), textOf(snapshot, "docs/d/x.md").length]).toEqual(["ü", sizeLimit]);
  });

  it("has the identity that the work tree gives it, so that both are parsed once", () => {
    const repository = gitRepository({ "a.md": "the same", "b.md": "\uFEFFthe same" });
    const workTree = openWorkTree(repository.root, { today });
    for (const path of ["a.md", "b.md"]) expect(open(repository).read(path)).toEqual(workTree.read(path));
  });

  it("is a directory where a submodule is, of which the tree has nothing to tell", () => {
    const library = gitRepository({ "README.md": "library" });
    const repository = gitRepository({ "a.md": "a" });
    repository.git("submodule", "--quiet", "add", library.root, "vendor/library");
    symlinkSync("vendor/library/README.md", join(repository.root, "link.md"));
    repository.commit();
    const snapshot = open(repository);
    expect(kinds(snapshot, "vendor")).toEqual({ library: "directory" });
    expect([
      textOf(snapshot, "vendor/library"),
      textOf(snapshot, "vendor/library/README.md"),
      textOf(snapshot, "vendor/library/nowhere.md"),
    ]).toEqual(["directory", "unreadable", "unreadable"]);
    expect([names(snapshot, "vendor/library"), textOf(snapshot, "link.md")]).toEqual([[], "unreadable"]);
  });
});
