import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { openGitTree } from "../../src/source/git/git-tree.ts";
import { openPastTree } from "../../src/source/git/past-tree.ts";
import type * as RunGit from "../../src/source/git/run-git.ts";
import { gitRepository, isolateGit, type Repository } from "./git-repository.ts";

isolateGit();

const listed = vi.hoisted(() => ({ whole: 0, processes: 0 }));
vi.mock("../../src/source/git/run-git.ts", async (original) => {
  const real = await original<typeof RunGit>();
  const count = (args: readonly string[]): void => {
    listed.processes += 1;
    if (args.includes("-r")) listed.whole += 1;
  };
  const askGit: typeof RunGit.askGit = (directory, args, input) => {
    count(args);
    return real.askGit(directory, args, input);
  };
  const askGitWithin: typeof RunGit.askGitWithin = (directory, args, limits) => {
    count(args);
    return real.askGitWithin(directory, args, limits);
  };
  return { ...real, askGit, askGitWithin };
});

const options = { today: "2026-11-29", isCompared: true } as const;
const idOf = ({ git }: Repository): string => git("rev-parse", "HEAD");
const past = (repository: Repository, root = repository.root): Snapshot =>
  openPastTree(root, idOf(repository), options);
const whole = (repository: Repository, root = repository.root): Snapshot =>
  openGitTree(root, { kind: "commit", id: idOf(repository), label: idOf(repository).slice(0, 7) }, options);

const files = {
  "README.md": "top",
  ":odd/a.md": "odd",
  "docs/a.md": "a",
  "docs/product/queue.md": "queue",
  "docs/product/größe.md": "größe",
  "docs/product/two words/x.md": "x",
  "specs/001-themes/spec.md": "one",
  "specs/002-halls/spec.md": "two",
  "specs/002-halls/deep/er/note.md": "deep",
  "specs.md": "no directory",
};
const paths = [
  "",
  ".",
  "docs",
  "./docs",
  "docs/",
  "docs//product",
  "docs/product",
  "docs/product/queue.md",
  "docs/product/größe.md",
  "docs/product/two words",
  "docs/product/two words/x.md",
  "docs/nothing",
  "docs/nothing/at all",
  "README.md",
  "README.md/x",
  "specs",
  "specs.md",
  "specs/002-halls/deep/er",
  "specs/002-halls/deep/er/note.md",
  ":odd",
  ":odd/a.md",
  "..",
  "../x",
  "docs/../specs",
  "Docs",
  "link",
  "link/queue.md",
  "here.md",
  "nowhere.md",
  "sub",
  "sub/x",
];

describe("a tree of the past", () => {
  it.each(paths)("answers %j as the whole tree does", (path) => {
    const repository = gitRepository(files);
    expect([past(repository).entries(path), past(repository).read(path)]).toEqual([
      whole(repository).entries(path),
      whole(repository).read(path),
    ]);
  });

  it.each(paths)("answers %j as the whole tree does, with links and a submodule", (path) => {
    const repository = gitRepository(files);
    symlinkSync("docs/product", join(repository.root, "link"));
    symlinkSync("docs/product/queue.md", join(repository.root, "here.md"));
    symlinkSync("gone.md", join(repository.root, "nowhere.md"));
    repository.git("add", "-A");
    repository.git("update-index", "--add", "--cacheinfo", `160000,${idOf(repository)},sub`);
    repository.git("commit", "-qm", "links");
    expect([past(repository).entries(path), past(repository).read(path)]).toEqual([
      whole(repository).entries(path),
      whole(repository).read(path),
    ]);
  });

  it("answers for a root below the top of the repository", () => {
    const repository = gitRepository(files);
    const root = join(repository.root, "docs");
    for (const path of ["", "product", "product/queue.md", "docs", "a.md", "../specs"]) {
      expect([past(repository, root).entries(path), past(repository, root).read(path)]).toEqual([
        whole(repository, root).entries(path),
        whole(repository, root).read(path),
      ]);
    }
  });

  it("says the same of everything when everything is asked of one tree", () => {
    const repository = gitRepository(files);
    const [one, other] = [past(repository), whole(repository)];
    for (const path of paths)
      expect([path, one.entries(path), one.read(path)]).toEqual([path, other.entries(path), other.read(path)]);
    expect(one.glob(["**/*.md"])).toEqual(other.glob(["**/*.md"]));
    expect([one.root, one.tree, one.today]).toEqual([other.root, other.tree, other.today]);
  });

  it("lists few directories with few processes, and the whole tree only when much is asked", () => {
    const repository = gitRepository({
      ...files,
      ...Object.fromEntries(
        Array.from({ length: 30 }, (_, index) => [`specs/1${index + 10}-more/spec.md`, `${index}`]),
      ),
    });
    const tree = past(repository);
    Object.assign(listed, { whole: 0, processes: 0 });
    tree.entries("specs");
    tree.entries("");
    // What is known already is no question.
    for (let time = 0; time < 20; time += 1) tree.read("docs/product/queue.md");
    tree.read("docs/product/nothing.md");
    expect(listed).toEqual({ whole: 0, processes: 3 });
    for (const { name } of tree.entries("specs")) expect(tree.read(`specs/${name}/spec.md`).ok).toBe(true);
    expect(listed.whole).toBe(1);
    expect(listed.processes).toBeLessThan(20);
  });
});
