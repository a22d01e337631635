import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { run } from "../cli/run.ts";
import { copies, gitRepository, isolateGit, type Repository } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

isolateGit();
vi.stubEnv("CI", "");

const spec = "# Feature specification: Halls\n\nPeople walk through the halls of a museum and see what stands there.\n";
const queueOf = (...promoted: readonly string[]): string =>
  `# Spec candidates\n\n## Active\n\nNone.\n\n## Promoted to spec\n\n${promoted.map((one) => `- ${one}\n`).join("")}`;

/** Two commits; the queue is where only the configuration says. */
const museum = copies(() => {
  const repository = gitRepository({
    "plans/todo.md": queueOf("Halls -> Spec 001 (`halls`)"),
    "specs/001-halls/spec.md": spec,
    "queue-lint.config.json": '{ "queue": "plans/todo.md" }',
  });
  repository.write({ "plans/todo.md": queueOf("Halls -> Spec 001 (`halls`)", "Cafe -> Spec 777 (`cafe`)") });
  repository.commit("Promise a cafe");
  return repository;
});

function bare(repository: Repository): string {
  const root = join(repository.root, "../bare.git");
  repository.git("clone", "-q", "--bare", repository.root, root);
  return root;
}

/** As people lay out linked work trees: the repository is hidden in a directory, and `.git` beside them names it. */
function besideWorkTrees(repository: Repository): string {
  const root = temporaryDirectory();
  repository.git("clone", "-q", "--bare", repository.root, join(root, ".bare"));
  writeFileSync(join(root, ".git"), "gitdir: ./.bare\n");
  return root;
}

describe.each([
  ["a bare repository", bare],
  ["a directory whose .git leads to a bare repository", besideWorkTrees],
])("%s", (_, make) => {
  it.each(
    [
      [],
      ["--staged"],
      ["blame"],
      ["--base", "HEAD~1"],
      ["--staged", "--base", "HEAD~1"],
      ["next"],
      ["entries"],
      ["init", "--write"],
      ["baseline"],
    ].map((args) => [args.join(" "), args] as const),
  )("has no files for queue-lint %s", async (_name, args) => {
    const root = make(museum());
    expect(await run(args, { cwd: root })).toEqual({
      code: 2,
      out: "",
      err: `queue-lint: A bare repository has no work tree and no index.\n  at ${root}\n  Name a commit with --ref HEAD, or run it in a work tree.\n`,
    });
  });

  it("is known for one where git is told to use none by itself", async () => {
    const root = make(museum());
    const config = join(temporaryDirectory(), "gitconfig");
    writeFileSync(config, "[safe]\n\tbareRepository = explicit\n");
    vi.stubEnv("GIT_CONFIG_GLOBAL", config);
    expect(await run([], { cwd: root })).toMatchObject({
      code: 2,
      err: expect.stringContaining("A bare repository has no work tree and no index.") as string,
    });
    vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
  });

  it("is audited by a commit, and its history is walked by the configuration of the last one", async () => {
    const source = museum();
    const root = make(source);
    for (const args of [
      ["--ref", "HEAD"],
      ["--ref", "HEAD", "--base", "HEAD~1"],
      ["blame", "--ref", "HEAD"],
      ["history"],
      ["history", "--ref", "HEAD"],
      ["replay"],
      ["replay", "--since", "HEAD~1"],
      ["next", "--ref", "HEAD"],
    ]) {
      const ended = await run(args, { cwd: root });
      expect([args, ended]).toEqual([args, await run(args, { cwd: source.root })]);
      expect([args, ended.code === 2]).toEqual([args, false]);
    }
    expect((await run(["history"], { cwd: root })).out).toContain("Promoted to spec");
  });
});

describe("what is no bare repository", () => {
  it("a linked work tree of one, a submodule, and a directory with files of such names are audited as ever", async () => {
    const source = museum();
    const beside = besideWorkTrees(source);
    source.git("--git-dir", join(beside, ".bare"), "worktree", "add", "-q", join(beside, "tree"), "main");
    const outer = gitRepository();
    outer.git("submodule", "--quiet", "add", source.root, "plans");
    source.write({ HEAD: "x\n", "objects/a.txt": "x\n" });
    const expected = await run(["--ref", "HEAD"], { cwd: source.root });
    const shown = ({ out }: { readonly out: string }): string => out.split("\n").slice(0, 4).join("\n");
    for (const root of [join(beside, "tree"), join(outer.root, "plans"), source.root]) {
      for (const args of [[], ["--staged"]]) {
        const ended = await run(args, { cwd: root });
        expect([root, args, ended.code, shown(ended)]).toEqual([root, args, 1, shown(expected)]);
      }
    }
    expect((await run(["--staged"], { cwd: gitRepository().root })).err).not.toContain("bare");
  });
});
