import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gitHistory } from "../../src/source/git/git-history.ts";
import { openGitTree } from "../../src/source/git/git-tree.ts";

const folder = mkdtempSync(join(tmpdir(), "queue-lint-commit-"));
const repository = join(folder, "a museum");
const git = (cwd: string, ...args: string[]): string =>
  execFileSync(
    "git",
    ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main", ...args],
    { cwd, encoding: "utf8" },
  ).trim();
const commits: string[] = [];
const findCommit = (root: string) =>
  gitHistory(root, {
    start: "HEAD",
    open: (id) => openGitTree(root, { kind: "commit", id, label: id }, { today: "2026-11-23" }),
  }).commit;

beforeAll(() => {
  git(folder, "init", "-q", repository);
  for (const text of ["one", "two"]) {
    writeFileSync(join(repository, "a.md"), text);
    git(repository, "add", "a.md");
    git(repository, "commit", "-q", "-m", text);
    commits.push(git(repository, "rev-parse", "HEAD"));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("commit", () => {
  it("finds a commit by its full and its shortened name", () => {
    const find = findCommit(repository);
    expect([
      find(commits[0] ?? ""),
      find((commits[1] ?? "").slice(0, 7)),
      find((commits[1] ?? "").slice(0, 12).toUpperCase()),
    ]).toEqual([{ kind: "exists" }, { kind: "exists" }, { kind: "exists" }]);
  });

  it("misses what is no commit", () => {
    const blob = git(repository, "rev-parse", "HEAD:a.md");
    expect([findCommit(repository)("0123456789"), findCommit(repository)(blob)]).toEqual([
      { kind: "missing" },
      { kind: "missing" },
    ]);
  });

  it("cannot tell without history, and in a shallow clone", () => {
    const bare = join(folder, "plain");
    const shallow = join(folder, "shallow");
    execFileSync("mkdir", [bare]);
    git(folder, "clone", "-q", "--depth", "1", `file://${repository}`, shallow);
    expect(findCommit(bare)("0123456789")).toEqual({ kind: "unknown", reason: "there is no git history" });
    expect(findCommit(shallow)(commits[0] ?? "")).toMatchObject({
      kind: "unknown",
      reason: expect.stringContaining("git fetch --unshallow") as string,
    });
    expect(findCommit(shallow)(commits[1] ?? "")).toEqual({ kind: "exists" });
  });

  it.each(["--output=x", "HEAD", "abc", "0123456 --help", ""])("hands %j to no git", (id) => {
    expect(findCommit(repository)(id)).toMatchObject({ kind: "unknown" });
  });
});
