import type { SimpleGit } from "simple-git";
import { UsageError } from "../../core/errors.ts";
import { gitEnvironment } from "./git-environment.ts";
import { gitFailure } from "./git-failure.ts";
import { gitProgram } from "./git-program.ts";
import { headCommit } from "./head-commit.ts";
import { runGit } from "./run-git.ts";

/** What a clone knows about commits by their names. Every method rejects with a `UsageError` that says what to do. */
export interface GitRefs {
  /** The full object name of the commit that a ref stands for. */
  commit(ref: string): Promise<string>;
  /** The same; undefined when there is none. */
  find(ref: string): Promise<string | undefined>;
  /** The commit at which two lines of development parted, by full object names. */
  mergeBase(one: string, other: string): Promise<string>;
  /** The same for two refs, with one question to git; undefined when there is none, and why is to be asked one by one. */
  commonCommit(one: string, other: string): Promise<string | undefined>;
}

/** Opens the refs of the repository that holds `root`, an absolute path. */
export async function openGitRefs(root: string): Promise<GitRefs> {
  const git = await openSimpleGit(root);
  const objectName = async (name: string): Promise<string | undefined> => {
    const output = await git.raw(["rev-parse", "--verify", "--quiet", "--end-of-options", name]).then(
      (text) => text.trim(),
      () => "",
    );
    // A range, and what is not in a ref (^main), have other answers.
    return /^[0-9a-f]{40,64}$/.test(output) ? output : undefined;
  };
  const find = async (ref: string): Promise<string | undefined> => {
    refuseOption(ref);
    // In one process, but for `:/words`, of which everything that follows is a part.
    if (!ref.startsWith(":")) return objectName(`${ref}^{commit}`);
    const id = await objectName(ref);
    return id === undefined ? undefined : await objectName(`${id}^{commit}`);
  };
  return {
    find,
    commit: async (ref) => (await find(ref)) ?? Promise.reject(noCommit(root, ref)),
    commonCommit: async (one, other) => {
      [one, other].forEach(refuseOption);
      // Of `:/words` everything that follows is a part.
      if (one.startsWith(":") || other.startsWith(":")) return undefined;
      const output = await git.raw(["merge-base", `${one}^{commit}`, `${other}^{commit}`]).then(
        (text) => text.trim(),
        () => "",
      );
      return /^[0-9a-f]{40,64}$/.test(output) ? output : undefined;
    },
    mergeBase: async (one, other) => {
      const base = await git.raw(["merge-base", one, other]).then(
        (output) => output.trim(),
        () => "",
      );
      if (base !== "") return base;
      throw isShallow(root)
        ? new UsageError(
            "The clone is shallow, and the commit where the two trees parted is not in it.",
            "Fetch the history: git fetch --unshallow (in a workflow, actions/checkout with fetch-depth: 0).",
          )
        : new UsageError(
            "The base and the audited tree have no commit in common.",
            "Name a ref of the same history with --base.",
          );
    },
  };
}

async function openSimpleGit(root: string): Promise<SimpleGit> {
  const program = gitProgram(root);
  if (program === undefined) throw gitFailure(root, { status: null, stderr: "" });
  // Loaded here, because most runs need no git.
  const { simpleGit } = await import("simple-git");
  const environment = Object.fromEntries(
    Object.entries(gitEnvironment(root)).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return simpleGit({
    baseDir: root,
    binary: program,
    allowEnvironment: Object.keys(environment),
    // It refuses every path with a space or a letter that is not ASCII, and the configuration that says which repositories of other users are trusted.
    unsafe: { allowUnsafeCustomBinary: true, allowUnsafeConfigPaths: true },
  }).env(environment);
}

/** A ref from a user never becomes an option of git. */
function refuseOption(ref: string): void {
  if (ref.trim() === "" || ref.startsWith("-") || /[\0-\x1F\x7F]/.test(ref))
    throw new UsageError(
      `“${printed(ref)}” is not a ref.`,
      "Write a branch, a tag or a commit, such as main or HEAD~1.",
    );
}

function noCommit(root: string, ref: string): UsageError {
  const answer = runGit(root, ["rev-parse", "--git-dir"]);
  if (answer.status !== 0) return gitFailure(root, answer);
  if (headCommit(root) === undefined && !hasRefs(root))
    return new UsageError(
      "This repository has no commit yet.",
      "Commit first, or audit the work tree without --ref and --base.",
    );
  const way = isShallow(root)
    ? "The clone is shallow: fetch the history first, with git fetch --unshallow."
    : "Write a branch, a tag or a commit that this clone has; git fetch brings those of the server.";
  return new UsageError(`There is no commit “${printed(ref)}”.`, way);
}

function hasRefs(root: string): boolean {
  return runGit(root, ["for-each-ref", "--count=1"]).stdout.length > 0;
}

function isShallow(root: string): boolean {
  return runGit(root, ["rev-parse", "--is-shallow-repository"]).stdout.toString("utf8").trim() === "true";
}

function printed(ref: string): string {
  return ref.replaceAll(/[\0-\x1F\x7F]/g, "?").slice(0, 200);
}
