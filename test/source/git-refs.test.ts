import { chownSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { UsageError } from "../../src/core/errors.ts";
import { openGitRefs } from "../../src/source/git/git-refs.ts";
import { gitRepository, isolateGit, repositoryAt, type Repository } from "./git-repository.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

isolateGit();
afterEach(() => vi.unstubAllEnvs());

const commitOf = async ({ root }: Pick<Repository, "root">, ref: string): Promise<string> =>
  (await openGitRefs(root)).commit(ref);
const refusalOf = async (repository: Pick<Repository, "root">, ref: string): Promise<UsageError> => {
  const error: unknown = await commitOf(repository, ref).then(
    (id) => new Error(`it was found: ${id}`),
    (reason: unknown) => reason,
  );
  if (error instanceof UsageError) return error;
  throw error;
};

describe("commit", () => {
  it("finds what a branch, a tag, a tag object, a shortened name and a step back stand for", async () => {
    const repository = gitRepository({ "a.md": "1" });
    const first = repository.git("rev-parse", "HEAD");
    repository.git("tag", "light");
    repository.git("tag", "-a", "-m", "A release", "heavy");
    repository.git("tag", "-a", "-m", "A tag of a tag", "heavier", "heavy");
    repository.write({ "a.md": "2" });
    const second = repository.commit("Second");
    const found = await Promise.all(
      [
        "main",
        "HEAD",
        "@",
        "main~1",
        "HEAD^",
        "light",
        "heavy",
        "heavier",
        first.slice(0, 7),
        "refs/heads/main",
        ":/Second",
        "heavy^{}",
      ].map((ref) => commitOf(repository, ref)),
    );
    expect(found).toEqual([second, second, second, first, first, first, first, first, first, second, second, first]);
  });

  it("takes a branch for a branch, also when it looks like a path, stands beside a file of its name, or is a tag, too", async () => {
    const repository = gitRepository({ "docs/a.md": "1" });
    const first = repository.git("rev-parse", "HEAD");
    for (const branch of ["docs/a.md", "日本/ü"]) repository.git("branch", branch);
    repository.git("tag", "twice");
    repository.write({ "docs/a.md": "2" });
    repository.commit();
    repository.git("branch", "twice");
    expect(await Promise.all(["docs/a.md", "日本/ü", "twice"].map((ref) => commitOf(repository, ref)))).toEqual([
      first,
      first,
      first,
    ]);
    expect((await refusalOf(repository, "docs")).message).toBe("There is no commit “docs”.");
  });

  it.each(["--output=x", "-x", "--help", "--", "", "  ", "main\n--output=x", "a\0b", "\x1B[31mred", "main\x7F"])(
    "refuses %j, and no file is written",
    async (ref) => {
      const repository = gitRepository({ "a.md": "1" });
      const refusal = await refusalOf(repository, ref);
      expect(refusal.message).toMatch(/ is not a ref\.$/);
      expect([...refusal.message].filter((character) => character < " ")).toEqual([]);
      expect(readdirSync(repository.root).sort()).toEqual([".git", "a.md"]);
    },
  );

  it.each([
    "nowhere",
    "HEAD^{tree}",
    "HEAD:a.md",
    ":a.md",
    "main..other",
    "^main",
    "main^!",
    "HEAD~5",
    "@{upstream}",
    "main other",
    "a".repeat(5000),
    "0".repeat(40),
  ])("finds no commit in %j", async (ref) => {
    const repository = gitRepository({ "a.md": "1" });
    repository.commit("Second");
    repository.git("branch", "other");
    expect((await refusalOf(repository, ref)).message).toMatch(/^There is no commit “.{1,200}”\.$/u);
  });

  it("says what is the matter where there is no repository, and no commit", async () => {
    expect((await refusalOf({ root: temporaryDirectory() }, "main")).message).toBe("This is not a git repository.");
    expect((await refusalOf(gitRepository(), "HEAD")).message).toBe("This repository has no commit yet.");
  });

  it.runIf(process.getuid?.() === 0)(
    "says whose trust is missing when the repository belongs to another user, and takes it from the user's configuration (needs the superuser)",
    async () => {
      const foreign = gitRepository({ "a.md": "1" });
      const id = foreign.git("rev-parse", "HEAD");
      for (const path of ["", ".git"]) chownSync(join(foreign.root, path), 12345, 12345);
      vi.stubEnv("SUDO_UID", undefined);
      const refusal = await refusalOf(foreign, "HEAD");
      expect([refusal.message, refusal.help]).toEqual([
        "git does not read the repository, because it belongs to another user.",
        `If you trust it: git config --global --add safe.directory ${foreign.root}`,
      ]);
      const linked = join(foreign.root, "../linked");
      symlinkSync(foreign.root, linked);
      vi.stubEnv("GIT_CONFIG_GLOBAL", join(temporaryDirectory({ config: "[safe]\n\tdirectory = *\n" }), "config"));
      expect(await commitOf({ root: linked }, "HEAD")).toBe(id);
    },
  );

  it("knows the names of a detached head, a linked work tree, a bare repository, and of objects with 64 digits", async () => {
    const repository = gitRepository({ "a.md": "1" });
    const id = repository.git("rev-parse", "HEAD");
    const [linked, bare] = [join(repository.root, "../linked"), join(repository.root, "../bare.git")];
    repository.git("worktree", "add", "-q", "--detach", linked);
    repository.git("clone", "-q", "--bare", repository.root, bare);
    expect(await Promise.all([linked, bare].map((root) => commitOf({ root }, "HEAD")))).toEqual([id, id]);
    const long = gitRepository({ "a.md": "1" }, ["--object-format=sha256"]);
    expect(await commitOf(long, "main")).toMatch(/^[0-9a-f]{64}$/);
  });

  it("tells how to fetch what a shallow clone does not have", async () => {
    const repository = gitRepository({ "a.md": "1" });
    repository.write({ "a.md": "2" });
    repository.commit();
    const shallow = join(repository.root, "../shallow");
    repository.git("clone", "-q", "--depth", "1", `file://${repository.root}`, shallow);
    expect((await refusalOf({ root: shallow }, "HEAD~1")).help).toContain("git fetch --unshallow");
  });
});

describe("mergeBase", () => {
  it("is where two lines parted", async () => {
    const repository = gitRepository({ "a.md": "1" });
    const parted = repository.git("rev-parse", "HEAD");
    repository.git("switch", "-qc", "feature");
    repository.write({ "b.md": "1" });
    const feature = repository.commit();
    repository.git("switch", "-q", "main");
    repository.write({ "a.md": "2" });
    const main = repository.commit();
    const refs = await openGitRefs(repository.root);
    expect([
      await refs.mergeBase(main, feature),
      await refs.mergeBase(parted, feature),
      await refs.mergeBase(feature, feature),
    ]).toEqual([parted, parted, feature]);
  });

  it("is not there for histories that share nothing", async () => {
    const repository = gitRepository({ "a.md": "1" });
    const main = repository.git("rev-parse", "HEAD");
    repository.git("switch", "-q", "--orphan", "alone");
    const alone = repository.commit();
    await expect((await openGitRefs(repository.root)).mergeBase(main, alone)).rejects.toThrow("no commit in common");
  });

  it("is not there when a shallow clone left it out, which is another thing", async () => {
    const repository = gitRepository({ "a.md": "1" });
    repository.git("branch", "feature");
    repository.write({ "a.md": "2" });
    repository.commit();
    repository.git("switch", "-q", "feature");
    repository.write({ "b.md": "2" });
    repository.commit();
    const shallow = repositoryAt(join(repository.root, "../shallow"));
    repository.git("clone", "-q", "--depth", "1", "--no-single-branch", `file://${repository.root}`, shallow.root);
    const refs = await openGitRefs(shallow.root);
    const [main, feature] = [await refs.commit("origin/main"), await refs.commit("origin/feature")];
    await expect(refs.mergeBase(main, feature)).rejects.toThrow("The clone is shallow");
  });
});
