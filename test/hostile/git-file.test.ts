import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import type { AuditReport } from "../../src/core/finding.ts";
import { run } from "../cli/run.ts";
import { gitRepository, isolateGit, repositoryAt, type Repository } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

isolateGit();
vi.stubEnv("CI", "");

const queue = "docs/product/spec-candidates.md";
const spec = "# Feature specification: Halls\n\nPeople walk through the halls of a museum and see what stands there.\n";
const queueOf = (...promoted: readonly string[]): string =>
  `# Spec candidates\n\n## Active\n\nNone.\n\n## Promoted to spec\n\n${promoted.map((one) => `- ${one}\n`).join("")}`;

/** A repository that would like to run a command, and does when somebody obeys its settings. */
function other(marker: string): Repository {
  const repository = gitRepository({
    [queue]: queueOf("Halls -> Spec 001 (`halls`)", "Cafe -> Spec 777 (`cafe`)"),
    "specs/001-halls/spec.md": spec,
    ".gitattributes": "* filter=evil diff=evil\n",
  });
  const evil = `touch ${marker};cat`;
  for (const name of [
    "core.fsmonitor",
    "core.pager",
    "filter.evil.clean",
    "filter.evil.smudge",
    "diff.evil.textconv",
    "diff.external",
    "gpg.program",
  ])
    repository.git("config", name, evil);
  repository.hook("post-index-change", evil);
  return repository;
}

/** Every path below a directory with what the file system says of it: a file that was written again has another time. */
function state(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .sort()
    .map((path) => {
      const { mode, size, mtimeMs, ino } = lstatSync(join(root, path));
      return `${path} ${mode} ${size} ${mtimeMs} ${ino}`;
    });
}

it("a .git file that names another repository: its index and its commits are read, as git -C reads them, and nothing of it is written or run", async () => {
  const marker = join(temporaryDirectory(), "marker");
  const named = other(marker);
  const root = temporaryDirectory({
    [queue]: queueOf("Halls -> Spec 001 (`halls`)"),
    "specs/001-halls/spec.md": spec,
    ".git": `gitdir: ${join(named.root, ".git")}\n`,
  });
  repositoryAt(root).tryGit("status");
  expect(existsSync(marker), "the settings do run a command when they are obeyed").toBe(true);
  repositoryAt(root).tryGit("update-index", "--refresh");
  repositoryAt(join(marker, "..")).remove("marker");
  const before = [state(root), state(named.root)];
  const cafe = expect.stringContaining("specs has no 777-cafe") as string;
  // The files are those beside the .git file; its last commit is what they are compared with.
  const plain = await run(["--no-cache", "--format", "json"], { cwd: root });
  expect(plain.err).toBe("");
  expect((JSON.parse(plain.out) as AuditReport).findings.map(({ rule }) => rule.split("/")[0])).toEqual(["history"]);
  for (const args of [["--staged"], ["--ref", "HEAD"], ["blame", "--ref", "HEAD"]])
    expect([args, await run(args, { cwd: root })]).toMatchObject([
      args,
      { out: cafe, err: expect.any(String) as string },
    ]);
  expect((await run(["history"], { cwd: root })).out).toContain("Cafe\n");
  expect(await run(["--base", "HEAD"], { cwd: root })).toMatchObject({
    out: expect.stringContaining("1 fixed") as string,
  });
  expect([state(root), state(named.root)]).toEqual(before);
  expect(existsSync(marker)).toBe(false);
});
