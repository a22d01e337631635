import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPathHistory } from "../../src/source/git/path-history.ts";
import { runGit } from "../../src/source/git/run-git.ts";
import { gitRepository, isolateGit } from "./git-repository.ts";

isolateGit();

const texts = {
  "docs/a.md": "The first of the documents, long enough to be known again.\n",
  "docs/b.md": "Another document that has words of its own, and more of them.\n",
};

/** With "HEAD" what is staged counts as well. */
const history = (root: string, start: string) =>
  readPathHistory(
    root,
    runGit(root, ["rev-parse", `${start}^{commit}`])
      .stdout.toString("utf8")
      .trim(),
    {
      isStaged: start === "HEAD",
    },
  );
const renamedTo = (root: string, path: string, start: string) => history(root, start).renamedTo(path);

describe("renamedTo", () => {
  it("follows renames of a file and of a directory, staged or committed, one after the other", () => {
    const repository = gitRepository(texts);
    repository.git("mv", "docs", "manual");
    expect([renamedTo(repository.root, "docs/a.md", "HEAD"), renamedTo(repository.root, "docs/", "HEAD")]).toEqual([
      "manual/a.md",
      "manual",
    ]);
    repository.commit();
    repository.git("mv", "manual/a.md", "manual/first.md");
    repository.commit();
    expect([
      renamedTo(repository.root, "docs/a.md", "HEAD"),
      renamedTo(repository.root, "docs", "HEAD"),
      renamedTo(repository.root, "manual/a.md", "HEAD"),
    ]).toEqual(["manual/first.md", "manual", "manual/first.md"]);
  });

  it("knows nothing of what was deleted, was split, or never was", () => {
    const repository = gitRepository({ ...texts, "c.md": "Gone for good, without anything that is alike.\n" });
    repository.remove("c.md");
    repository.git("mv", "docs/a.md", "a.md");
    repository.write({ "other/x.md": "" });
    repository.git("mv", "docs/b.md", "other/b.md");
    repository.commit();
    expect(
      ["c.md", "docs", "nowhere.md", "--output=x", "", ":(glob)**", "docs/*"].map((path) =>
        renamedTo(repository.root, path, "HEAD"),
      ),
    ).toEqual(Array.from({ length: 7 }));
  });

  it.each(["log.follow", "log.showSignature", "diff.noprefix", "diff.relative", "color.ui"])(
    "is not misled by %s, which the user may have set",
    (setting) => {
      const repository = gitRepository(texts);
      repository.git("config", setting, setting === "color.ui" ? "always" : "true");
      repository.git("mv", "docs/a.md", "docs/c.md");
      repository.commit();
      expect([
        renamedTo(repository.root, "docs/a.md", "HEAD"),
        renamedTo(repository.root, "docs/b.md", "HEAD"),
      ]).toEqual(["docs/c.md", undefined]);
    },
  );

  it("takes odd names as they are, and counts from a root below the top", () => {
    const repository = gitRepository({
      "apps/日本 [x]/-a*.md": texts["docs/a.md"],
      "apps/日本 [x]/:b.md": texts["docs/b.md"],
    });
    repository.git("mv", "apps/日本 [x]/-a*.md", "apps/日本 [x]/ü.md");
    repository.git("mv", "apps/日本 [x]/:b.md", "b.md");
    repository.commit();
    expect(renamedTo(repository.root, "apps/日本 [x]/-a*.md", "HEAD")).toBe("apps/日本 [x]/ü.md");
    const below = join(repository.root, "apps/日本 [x]");
    expect([renamedTo(below, "-a*.md", "HEAD"), renamedTo(below, ":b.md", "HEAD")]).toEqual(["ü.md", undefined]);
  });

  it("tells of a bare repository and of an earlier commit what their history shows", () => {
    const repository = gitRepository(texts);
    repository.git("mv", "docs/a.md", "docs/c.md");
    const second = repository.commit();
    repository.git("mv", "docs/c.md", "docs/d.md");
    repository.commit();
    const bare = join(repository.root, "../bare.git");
    repository.git("clone", "-q", "--bare", repository.root, bare);
    expect([
      renamedTo(bare, "docs/a.md", "HEAD"),
      renamedTo(bare, "docs/a.md", second),
      renamedTo(repository.root, "docs/a.md", second),
    ]).toEqual(["docs/d.md", "docs/c.md", "docs/c.md"]);
  });

  it("stops at a path that is there again", () => {
    const repository = gitRepository(texts);
    repository.git("mv", "docs/a.md", "docs/c.md");
    repository.commit();
    repository.git("mv", "docs/c.md", "docs/d.md");
    repository.commit();
    repository.write({ "docs/c.md": "New words under a name that was used before, about other things.\n" });
    repository.commit();
    expect(renamedTo(repository.root, "docs/a.md", "HEAD")).toBe("docs/c.md");
  });
});

describe("existed", () => {
  it("knows every name that a file or directory ever had, and no other", () => {
    const repository = gitRepository({ ...texts, "docs/old/c.md": "Gone for good, without anything that is alike.\n" });
    repository.git("mv", "docs/a.md", "docs/first.md");
    repository.commit();
    repository.remove("docs/old/c.md");
    repository.commit();
    const { existed, gap } = history(repository.root, "HEAD");
    expect(
      ["docs/a.md", "docs/first.md", "docs/old", "docs/old/", "docs/old/c.md", "docs", "docs/ol", "c.md", ""].map(
        existed,
      ),
    ).toEqual([true, true, true, true, true, true, false, false, false]);
    expect(gap).toBeUndefined();
  });

  it("is told by one pass, however many paths are asked for", () => {
    const repository = gitRepository(texts);
    repository.remove("docs/b.md");
    repository.commit();
    const { existed } = history(repository.root, "HEAD");
    // Whatever becomes of the repository, nothing is asked again.
    repository.git("update-ref", "-d", "HEAD");
    expect(Array.from({ length: 1000 }, (_, index) => existed(`docs/${index}.md`)).filter(Boolean)).toEqual([]);
    expect(existed("docs/b.md")).toBe(true);
  });
});
