import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { resolve } from "node:path";

/** Variables that say by paths which repository a command is about; a hook sets some of them. */
const repositoryPaths = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_COMMON_DIR",
  "GIT_OBJECT_DIRECTORY",
] as const;
const repositoryVariables = [
  ...repositoryPaths,
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_PREFIX",
  "GIT_NAMESPACE",
  "GIT_CEILING_DIRECTORIES",
  "GIT_CONFIG_PARAMETERS",
  "GIT_CONFIG_COUNT",
  "GIT_LITERAL_PATHSPECS",
  "GIT_GLOB_PATHSPECS",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_ICASE_PATHSPECS",
  "GIT_EXTERNAL_DIFF",
] as const;

const known = new Map<string, NodeJS.ProcessEnv>();

/**
 * The environment in which git is asked about a directory. A hook names its repository, its objects and its index (for
 * `git commit FILE` another one than usual) by paths from its own directory: they are kept when the audited directory is of that
 * repository, and left out when it is not, as in a hook that audits a submodule. `directory` is an absolute path.
 */
export function gitEnvironment(directory: string): NodeJS.ProcessEnv {
  const found = known.get(directory) ?? environmentFor(directory);
  known.set(directory, found);
  return found;
}

function environmentFor(directory: string): NodeJS.ProcessEnv {
  const quiet = {
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_PAGER: "cat",
    LC_ALL: "C",
  };
  const own = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !(repositoryVariables as readonly string[]).includes(name)),
  );
  const plain = { ...own, ...quiet };
  const given = repositoryPaths.filter((name) => (process.env[name] ?? "") !== "");
  if (given.length === 0) return plain;
  const hook = gitDirectory(process.cwd(), process.env);
  const discovered = gitDirectory(directory, plain);
  if (hook === undefined || (discovered !== undefined && discovered !== hook)) return plain;
  // What git finds by itself it is not told: a stated GIT_DIR would make every directory the top of the work tree.
  const wanted = given.filter(
    (name) => discovered === undefined || (name !== "GIT_DIR" && name !== "GIT_WORK_TREE" && name !== "GIT_COMMON_DIR"),
  );
  const top = process.env["GIT_DIR"] === undefined ? topOfWorkTree() : process.cwd();
  const kept = Object.fromEntries(wanted.map((name) => [name, resolve(top, process.env[name] ?? "")]));
  const workTree =
    discovered === undefined && kept["GIT_DIR"] !== undefined && !isBare(hook)
      ? { GIT_WORK_TREE: resolve(process.env["GIT_WORK_TREE"] ?? ".") }
      : {};
  return { ...plain, ...kept, ...workTree, ...alternates() };
}

/** Objects that are not in the repository yet: those of a push that a server is asked about. */
function alternates(): NodeJS.ProcessEnv {
  const stated = process.env["GIT_ALTERNATE_OBJECT_DIRECTORIES"];
  return stated === undefined ? {} : { GIT_ALTERNATE_OBJECT_DIRECTORIES: stated };
}

/** From where git reads relative paths, when it finds the repository by itself. A hook may have gone into a directory. */
function topOfWorkTree(): string {
  const { status, stdout } = spawnSync("git", ["rev-parse", "--show-toplevel"], {
    env: process.env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout.replace(/\r?\n$/, "") : process.cwd();
}

function gitDirectory(directory: string, env: NodeJS.ProcessEnv): string | undefined {
  const { status, stdout } = spawnSync("git", ["rev-parse", "--absolute-git-dir"], {
    cwd: directory,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? realpathSync.native(stdout.replace(/\r?\n$/, "")) : undefined;
}

function isBare(gitDirectory: string): boolean {
  return (
    spawnSync("git", ["--git-dir", gitDirectory, "config", "--bool", "core.bare"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).stdout?.trim() === "true"
  );
}
