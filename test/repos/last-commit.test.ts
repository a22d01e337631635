import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { run } from "../cli/run.ts";
import { gitRepository, isolateGit, repositoryAt, type Repository } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

isolateGit();
vi.stubEnv("CI", "");

const queue = "docs/product/spec-candidates.md";
const entry = (title: string, words: string): string => `- \`${title}\`: ${words}\n  - **Priority**: P2\n`;
const lamps = entry("Reading lamps", "readers leave at dusk because the tables have no light of their own.");
const carts = entry("Book carts", "returned books pile up at the desk until the evening.");
const queueOf = (...entries: readonly string[]): string => `# Spec candidates\n\n## Active\n\n${entries.join("")}`;

interface Report {
  readonly base?: unknown;
  readonly findings: readonly { readonly rule: string; readonly state?: string; readonly fact: { text: string } }[];
  readonly notChecked: readonly { readonly rule: string; readonly reason: string; readonly needs?: string }[];
}

async function audit({ root }: Pick<Repository, "root">, ...flags: readonly string[]): Promise<Report> {
  return JSON.parse((await run(["--format", "json", ...flags], { cwd: root })).out) as Report;
}

const history = ({ findings }: Report): string[] =>
  findings.map(({ rule }) => rule).filter((rule) => rule.startsWith("history/"));
const gaps = ({ notChecked }: Report): string[] =>
  notChecked.flatMap(({ reason, needs }) => (needs === "history" ? [reason] : []));

describe("a run that names no base", () => {
  it("misses an entry of the last commit, sets no findings apart, and says nothing any more once that is committed", async () => {
    const made = gitRepository({ [queue]: queueOf(lamps, carts) });
    expect(gaps(await audit(made))).toEqual([]);
    made.write({ [queue]: queueOf(lamps) });
    const changed = await audit(made);
    expect(history(changed)).toEqual(["history/entry-vanished"]);
    expect([changed.base, changed.findings.map(({ state }) => state)]).toEqual([
      undefined,
      changed.findings.map(() => undefined),
    ]);
    made.commit();
    expect(history(await audit(made))).toEqual([]);
  });

  it("judges the work tree, not what is staged, and a queue that is gone whole", async () => {
    const made = gitRepository({ [queue]: queueOf(lamps, carts), "README.md": "Library\n" });
    made.write({ [queue]: queueOf(lamps) });
    made.git("add", "-A");
    made.write({ [queue]: queueOf(lamps, carts) });
    expect(history(await audit(made))).toEqual([]);
    made.git("rm", "-qf", queue);
    expect(history(await audit(made))).toContain("history/file-deleted");
  });

  it("compares below a root that is a folder of the repository", async () => {
    const made = gitRepository({ [`site/${queue}`]: queueOf(lamps, carts), "README.md": "Library\n" });
    made.write({ [`site/${queue}`]: queueOf(carts) });
    expect(history(await audit({ root: join(made.root, "site") }, "--root", "."))).toEqual(["history/entry-vanished"]);
  });

  it("cannot where there is no commit or no repository, and says why", async () => {
    const bare = temporaryDirectory({ [queue]: queueOf(lamps) });
    expect(new Set(gaps(await audit({ root: bare })))).toEqual(new Set(["there is no git history"]));
    repositoryAt(bare).git("init", "-q");
    expect(new Set(gaps(await audit({ root: bare })))).toEqual(new Set(["the repository has no commit yet"]));
  });

  it("has nothing to judge in a shallow clone in which nothing changed, and says so; what is changed there is judged", async () => {
    const made = gitRepository({ [queue]: queueOf(lamps, carts) });
    made.write({ "README.md": "Library\n" });
    made.commit();
    const shallow = repositoryAt(join(made.root, "../shallow"));
    made.git("clone", "-q", "--depth", "1", `file://${made.root}`, shallow.root);
    expect(gaps(await audit(shallow))[0]).toBe(
      "there is no base to compare with: nothing differs from HEAD, and the clone is shallow; run “git fetch --unshallow”",
    );
    shallow.write({ [queue]: queueOf(carts) });
    expect(history(await audit(shallow))).toEqual(["history/entry-vanished"]);
  });

  it("leaves --ref without a base, and a baseline that was just written to whoever commits it", async () => {
    const made = gitRepository({ [queue]: queueOf(lamps) });
    expect(gaps(await audit(made, "--ref", "HEAD"))).toContain(
      "there is no base to compare with; name one with --base",
    );
    await run(["baseline"], { cwd: made.root });
    made.commit();
    const path = join(made.root, queue);
    writeFileSync(path, readFileSync(path, "utf8").replace("# Spec", "See `src/gone.ts`.\n\n# Spec"));
    mkdirSync(join(made.root, "src"));
    await run(["baseline"], { cwd: made.root });
    expect((await audit(made)).findings.filter(({ rule }) => rule === "suppression/baseline-grew")).toEqual([]);
  });
});

describe("a repository that git does not read", () => {
  /** The object that holds the queue, overwritten or removed. */
  function damaged(how: "overwritten" | "empty" | "removed"): Repository {
    const made = gitRepository({ [queue]: queueOf(lamps, carts) });
    const id = made.git("rev-parse", `HEAD:${queue}`);
    const object = join(made.root, ".git/objects", id.slice(0, 2), id.slice(2));
    chmodSync(object, 0o644);
    if (how === "removed") rmSync(object);
    else writeFileSync(object, how === "empty" ? "" : "no object");
    return made;
  }

  it.each(["overwritten", "empty", "removed"] as const)("is damaged, and no partial clone: %s", async (how) => {
    const made = damaged(how);
    const { code, err } = await run(["--staged"], { cwd: made.root });
    expect(code).toBe(2);
    expect(err).toContain("An object of the repository is damaged or lost.");
    expect(err).toContain("git fsck");
    // What is as it was need not be read.
    expect(gaps(await audit(made))).toEqual([]);
    made.write({ [queue]: queueOf(lamps) });
    expect(new Set(gaps(await audit(made)))).toEqual(
      new Set(["an object of the repository is damaged or lost; run “git fsck”"]),
    );
  });

  it.runIf(process.getuid?.() === 0)("belongs to another user: the command that trusts it is named", async () => {
    const made = gitRepository({ [queue]: queueOf(lamps, carts) });
    chownSync(made.root, 4321, 4321);
    chownSync(join(made.root, ".git"), 4321, 4321);
    const command = `git config --global --add safe.directory ${made.root}`;
    const [reason] = gaps(await audit(made));
    expect(reason).toBe(
      `git does not read the repository, because it belongs to another user; if you trust it, run “${command}”`,
    );
    expect((await run(["--staged"], { cwd: made.root })).err).toContain(command);
  });
});
