import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gitHistory } from "../../src/source/git/git-history.ts";
import { readBlobs } from "../../src/source/git/git-objects.ts";
import { openGitTree } from "../../src/source/git/git-tree.ts";
import { gitRepository, isolateGit, type Repository } from "../source/git-repository.ts";
import { runFaulty } from "./faults.ts";
import { unspecced } from "./repository.ts";

isolateGit();

const historyOf = ({ root }: Repository) =>
  gitHistory(root, {
    start: "HEAD",
    open: (id) => openGitTree(root, { kind: "commit", id, label: id }, { today: "2026-11-23" }),
  });
const files = { ...unspecced, "specs/001-seat-maps/spec.md": "# Seat maps\n" };
const json = (out: string): { base?: { commit: string }; summary: unknown } => JSON.parse(out) as never;

describe("a HEAD that moves during the run", () => {
  it("changes no answer about the history after the first one", () => {
    const made = gitRepository({ "a.md": "a\n" });
    const before = made.git("rev-parse", "HEAD");
    const history = historyOf(made);
    expect(history.branches()).toEqual({ kind: "known", value: [] });
    made.git("checkout", "-q", "-b", "next");
    made.git("mv", "a.md", "c.md");
    made.commit();
    const then = history.at("2026-11-23");
    expect(then.kind === "known" && then.value.tree).toBe(`commit ${before}`);
    expect(history.renamed("a.md")).toEqual({ kind: "known", value: undefined });
    expect(historyOf(made).renamed("a.md")).toEqual({ kind: "known", value: "c.md" });
  });

  it("leaves base and tree of --staged as they were when the run began", async () => {
    const made = gitRepository(files);
    const before = made.git("rev-parse", "HEAD");
    const move = `cd ${made.root} && git -c user.name=A -c user.email=a@b.c commit -q --allow-empty -m moved`;
    const { status, out } = await runFaulty(["--staged", "--base", "HEAD", "--format", "json"], {
      cwd: made.root,
      faults: [{ call: "spawnSync", path: "ls-tree", shell: move }],
    });
    expect(made.git("rev-parse", "HEAD~1")).toBe(before);
    expect({ status, base: json(out).base?.commit }).toEqual({ status: 0, base: before });
  });
});

describe("git that fails", () => {
  it.each([
    ["ls-files", ["--staged"], "git cannot be run, or took too long."],
    ["cat-file --buffer --batch$", ["--staged"], "git cannot be run, or took too long."],
    ["ls-tree", ["--ref", "HEAD"], "git cannot be run, or took too long."],
  ])("%s: words and status 2, whichever rule asked first", async (path, argv, words) => {
    const { root } = gitRepository(files);
    const { status, out, err } = await runFaulty(argv, {
      cwd: root,
      faults: [{ call: "spawnSync", path, nth: 0, error: "EAGAIN" }],
    });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toBe(
      `queue-lint: ${words}\n  Install git, or audit the work tree without --staged, --ref and --base.\n`,
    );
  });

  it("leaves the history open where only the history needs it", async () => {
    const { root } = gitRepository(files);
    const { status, out } = await runFaulty([], {
      cwd: root,
      faults: [{ call: "spawnSync", path: "git ", nth: 0, error: "ENOENT" }],
    });
    expect({ status, broken: out.includes("internal") }).toEqual({ status: 1, broken: false });
  });

  it("a content that goes between two questions is not an empty file", async () => {
    const made = gitRepository({ "a.md": "a\n", "b.md": "b\n" });
    const [a, b] = ["HEAD:a.md", "HEAD:b.md"].map((name) => made.git("rev-parse", name)) as [string, string];
    expect(readBlobs(made.root, [a, b]).get(a)).toMatchObject({ ok: true, text: "a\n" });
    const { root } = gitRepository(files);
    const id = gitObject(root, made, "docs/product/spec-candidates.md");
    const ended = await runFaulty(["--ref", "HEAD"], {
      cwd: root,
      faults: [
        {
          call: "spawnSync",
          path: "cat-file --buffer --batch$",
          shell: `rm -f ${join(root, ".git/objects", id.slice(0, 2), id.slice(2))}`,
        },
      ],
    });
    expect(ended.status).toBe(1);
    expect(ended.out).toContain("git does not have its content; a partial clone leaves some out");
  });
});

/** The name that git gives to a content; repositories agree on it. */
function gitObject(root: string, { git }: Repository, path: string): string {
  return git("-C", root, "rev-parse", `HEAD:${path}`);
}
