import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { UsageError } from "../../src/core/errors.ts";
import { openWorkTree } from "../../src/source/work-tree.ts";
import { gitRepository, isolateGit, repositoryAt, type Repository } from "./git-repository.ts";
import { temporaryDirectory } from "./temporary-directory.ts";
import { today, staged, committed, textOf, names } from "./opened-git-tree.ts";

isolateGit();

describe("the index", () => {
  it("holds what is staged, and nothing else", () => {
    const repository = gitRepository({
      "a.md": "committed",
      "b.md": "committed",
      "specs/001-themes/spec.md": "x",
      "specs/002-halls/spec.md": "x",
    });
    repository.write({ "a.md": "staged", "new.md": "staged" });
    repository.git("rm", "-rq", "--cached", "specs/001-themes");
    repository.git("add", "a.md", "new.md");
    repository.write({ "a.md": "not staged", "b.md": "not staged", "untracked.md": "" });
    repository.remove("specs/002-halls");
    const snapshot = staged(repository);
    expect(names(snapshot)).toEqual(["a.md", "b.md", "new.md", "specs"]);
    expect(names(snapshot, "specs")).toEqual(["002-halls"]);
    expect([
      textOf(snapshot, "a.md"),
      textOf(snapshot, "b.md"),
      textOf(snapshot, "untracked.md"),
      textOf(snapshot, "specs/002-halls/spec.md"),
    ]).toEqual(["staged", "committed", "missing", "x"]);
    expect(snapshot.glob(["**/*.md"])).toEqual(["a.md", "b.md", "new.md", "specs/002-halls/spec.md"]);
    expect(snapshot.tree).toBe("index");
  });

  it("leaves out what is only intended to be added, also when it is gone from the work tree, and keeps empty files that are staged", () => {
    const repository = gitRepository({ "a.md": "a", "before.md": "", "again.md": "a" });
    repository.write({ "intended.md": "text", "intended-gone.md": "text", "empty.md": "", "empty-gone.md": "" });
    repository.git("rm", "-q", "--cached", "again.md");
    repository.git("add", "-N", "intended.md", "intended-gone.md", "again.md");
    repository.git("add", "empty.md", "empty-gone.md");
    for (const gone of ["intended-gone.md", "empty-gone.md", "before.md"]) repository.remove(gone);
    expect(names(staged(repository))).toEqual(["a.md", "before.md", "empty-gone.md", "empty.md"]);
  });

  it("leaves it out in a repository without commits, and in a root below the top", () => {
    const repository = gitRepository();
    repository.write({ "docs/intended.md": "text", "docs/empty.md": "", "top.md": "" });
    repository.git("add", "-N", "docs/intended.md");
    repository.git("add", "docs/empty.md", "top.md");
    expect(names(staged(repository), "docs")).toEqual(["empty.md"]);
    expect(names(staged({ root: join(repository.root, "docs") }))).toEqual(["empty.md"]);
  });

  it("is refused during a conflict, with the path of the file", () => {
    const repository = gitRepository({ "a.md": "a" });
    repository.git("switch", "-qc", "other");
    repository.write({ "a.md": "b" });
    repository.commit();
    repository.git("switch", "-q", "main");
    repository.write({ "a.md": "c" });
    repository.commit();
    expect(repository.tryGit("merge", "other").status).toBe(1);
    expect(() => staged(repository)).toThrow(UsageError);
    expect(() => staged(repository)).toThrow("conflict in a.md");
  });

  it("is whole in a sparse checkout", () => {
    const repository = gitRepository({ "a/b.md": "b", "c/d.md": "d" });
    repository.git("sparse-checkout", "set", "--sparse-index", "a");
    expect([textOf(staged(repository), "c/d.md"), textOf(openWorkTree(repository.root, { today }), "c/d.md")]).toEqual([
      "d",
      "missing",
    ]);
  });

  it("holds line feeds where the work tree has carriage returns", () => {
    const repository = gitRepository();
    repository.git("config", "core.autocrlf", "true");
    repository.write({ "a.md": "one\r\ntwo\r\n" });
    repository.git("add", "a.md");
    expect([textOf(staged(repository), "a.md"), textOf(openWorkTree(repository.root, { today }), "a.md")]).toEqual([
      "one\ntwo\n",
      "one\r\ntwo\r\n",
    ]);
  });

  it("tells names by case when git is told to ignore it", () => {
    const repository = gitRepository({ "Docs/A.md": "a" });
    repository.git("config", "core.ignoreCase", "true");
    expect([
      textOf(staged(repository), "Docs/A.md"),
      textOf(staged(repository), "docs/a.md"),
      names(staged(repository), "docs"),
    ]).toEqual(["a", "missing", []]);
  });
});

describe.each(["index", "commit"])("names in the %s", (kind) => {
  const open = (repository: Repository): Snapshot => (kind === "index" ? staged(repository) : committed(repository));

  it.each(["true", "false"])("with spaces and in other alphabets are exact with core.quotePath=%s", (quoted) => {
    const repository = gitRepository({
      "Grüße an 日本.md": "ü",
      '日本/a b/"q".md': "q",
      "tab\there/new\nline.md": "t",
    });
    repository.git("config", "core.quotePath", quoted);
    const snapshot = open(repository);
    expect(names(snapshot)).toEqual(["Grüße an 日本.md", "tab\there", "日本"]);
    expect([
      textOf(snapshot, "Grüße an 日本.md"),
      textOf(snapshot, '日本/a b/"q".md'),
      textOf(snapshot, "tab\there/new\nline.md"),
    ]).toEqual(["ü", "q", "t"]);
    expect(snapshot.glob(["日本/**"])).toEqual(['日本/a b/"q".md']);
  });

  it("are found when the root itself has such a name", () => {
    const root = join(temporaryDirectory({ "ein Gruß/日本/a.md": "a" }), "ein Gruß", "日本");
    const repository = repositoryAt(root);
    repository.git("init", "-q", "--template=");
    repository.commit();
    expect(textOf(open(repository), "a.md")).toBe("a");
  });

  it("count from a root below the top, and nothing beside it is seen", () => {
    const repository = gitRepository({
      "apps/shop/docs/a.md": "a",
      "apps/shop/[x]/b.md": "b",
      "apps/shopping/c.md": "c",
      "d.md": "d",
    });
    const below = { ...repository, root: join(repository.root, "apps/shop") };
    const snapshot = open(below);
    expect(names(snapshot)).toEqual(["[x]", "docs"]);
    expect([
      textOf(snapshot, "docs/a.md"),
      textOf(snapshot, "./docs//a.md"),
      textOf(snapshot, "../../d.md"),
      textOf(snapshot, "d.md"),
    ]).toEqual(["a", "a", "outside", "missing"]);
    const odd = open({ ...repository, root: join(repository.root, "apps/shop/[x]") });
    expect(names(odd)).toEqual(["b.md"]);
  });
});

describe("a commit", () => {
  it("is read without looking at work tree or index", () => {
    const repository = gitRepository({ "a.md": "first", "old.md": "" });
    const first = repository.git("rev-parse", "HEAD");
    repository.remove("old.md");
    repository.write({ "a.md": "second" });
    repository.commit();
    repository.write({ "a.md": "staged" });
    repository.git("add", "a.md");
    const snapshot = committed(repository, first);
    expect([names(snapshot), textOf(snapshot, "a.md"), textOf(committed(repository), "a.md"), snapshot.tree]).toEqual([
      ["a.md", "old.md"],
      "first",
      "second",
      `commit ${first}`,
    ]);
  });

  it("is read from a bare repository", () => {
    const source = gitRepository({ "docs/a.md": "a" });
    const root = join(temporaryDirectory(), "bare.git");
    source.git("clone", "-q", "--bare", source.root, root);
    const snapshot = committed(repositoryAt(root));
    expect([names(snapshot), textOf(snapshot, "docs/a.md")]).toEqual([["docs"], "a"]);
  });

  it("is read where names of objects have 64 digits", () => {
    const repository = gitRepository({ "docs/a.md": "a", "empty.md": "" }, ["--object-format=sha256"]);
    repository.write({ "intended.md": "b" });
    repository.git("add", "-N", "intended.md");
    for (const snapshot of [committed(repository), staged(repository)])
      expect([names(snapshot), textOf(snapshot, "docs/a.md"), textOf(snapshot, "empty.md")]).toEqual([
        ["docs", "empty.md"],
        "a",
        "",
      ]);
  });
});

describe("a partial clone", () => {
  it("tells that a content is not there, and fetches nothing", () => {
    const source = gitRepository({ "docs/a.md": "a" });
    source.git("config", "uploadpack.allowFilter", "true");
    const root = join(source.root, "../partial");
    source.git("clone", "-q", "--no-checkout", "--filter=blob:none", `file://${source.root}`, root);
    const clone = repositoryAt(root);
    const snapshot = committed(clone);
    expect(names(snapshot, "docs")).toEqual(["a.md"]);
    // git before 2.44 fails as a whole where later versions tell the object that is missing.
    const reason = ((): string => {
      try {
        return textOf(snapshot, "docs/a.md");
      } catch (error) {
        return error instanceof UsageError ? error.message : String(error);
      }
    })();
    expect(["unreadable", "The clone is partial, and some of its objects are not there."]).toContain(reason);
    expect(clone.git("count-objects", "-v")).toMatch(/^count: 0$/m);
    expect(clone.git("rev-list", "--objects", "--missing=print", "HEAD")).toMatch(/^\?[0-9a-f]{40}$/m);
  });
});

describe("a repository of another user", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("is not read, and the way to trust it is named", () => {
    const repository = gitRepository({ "a.md": "" });
    vi.stubEnv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    expect(() => staged(repository)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining("another user") as string,
        help: expect.stringContaining("safe.directory") as string,
      }) as UsageError,
    );
  });
});

describe("a directory that is no repository", () => {
  it("has no index", () => {
    const root = temporaryDirectory({ "a.md": "" });
    expect(() => staged({ root })).toThrow(UsageError);
    expect(() => staged({ root })).toThrow("This is not a git repository.");
  });
});
