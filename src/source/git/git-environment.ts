import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { gitProgram } from "./git-program.ts";
import { gitVariables } from "./git-variables.ts";

/** Variables that say by paths which repository a command is about; a hook sets some of them. */
const repositoryPaths = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_COMMON_DIR",
  "GIT_OBJECT_DIRECTORY",
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
  const plain = gitVariables(process.env);
  const given = repositoryPaths.filter((name) => (process.env[name] ?? "") !== "");
  if (given.length === 0) return plain;
  const hook = gitDirectory(process.cwd(), { ...plain, ...stated() });
  const discovered = gitDirectory(directory, plain);
  if (hook === undefined || (discovered !== undefined && discovered !== hook)) return plain;
  // What git finds by itself it is not told: a stated GIT_DIR would make every directory the top of the work tree.
  const wanted = given.filter(
    (name) => discovered === undefined || (name !== "GIT_DIR" && name !== "GIT_WORK_TREE" && name !== "GIT_COMMON_DIR"),
  );
  const top = process.env["GIT_DIR"] === undefined ? topOfWorkTree({ ...plain, ...stated() }) : process.cwd();
  const kept = Object.fromEntries(wanted.map((name) => [name, resolve(top, process.env[name] ?? "")]));
  const workTree =
    discovered === undefined && kept["GIT_DIR"] !== undefined && !isBare(hook, plain)
      ? { GIT_WORK_TREE: resolve(process.env["GIT_WORK_TREE"] ?? ".") }
      : {};
  return { ...plain, ...kept, ...workTree, ...alternates() };
}

/** The variables of a hook as it has them. */
function stated(): NodeJS.ProcessEnv {
  return Object.fromEntries(repositoryPaths.map((name) => [name, process.env[name]]));
}

/** Objects that are not in the repository yet: those of a push that a server is asked about. */
function alternates(): NodeJS.ProcessEnv {
  const stated = process.env["GIT_ALTERNATE_OBJECT_DIRECTORIES"];
  return stated === undefined ? {} : { GIT_ALTERNATE_OBJECT_DIRECTORIES: stated };
}

/** From where git reads relative paths, when it finds the repository by itself. A hook may have gone into a directory. */
function topOfWorkTree(env: NodeJS.ProcessEnv): string {
  return answer(process.cwd(), env, ["rev-parse", "--show-toplevel"]) ?? process.cwd();
}

function gitDirectory(directory: string, env: NodeJS.ProcessEnv): string | undefined {
  const found = answer(directory, env, ["rev-parse", "--absolute-git-dir"]);
  return found === undefined ? undefined : realpathSync.native(found);
}

function isBare(gitDirectory: string, env: NodeJS.ProcessEnv): boolean {
  return answer(process.cwd(), env, ["--git-dir", gitDirectory, "config", "--bool", "core.bare"]) === "true";
}

/** One line; undefined when git cannot be run or fails. */
function answer(cwd: string, env: NodeJS.ProcessEnv, args: readonly string[]): string | undefined {
  const program = gitProgram(cwd);
  if (program === undefined) return undefined;
  const { status, stdout } = spawnSync(program, args, {
    cwd,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout.replace(/\r?\n$/, "") : undefined;
}
