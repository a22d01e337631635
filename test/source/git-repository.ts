import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { program } from "../cli/program.ts";
import { readDirectory, writeDirectory, type DirectoryContent } from "./directory-copy.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

/** What the machine configures for git changes no test; a file of the test may be named instead. */
const isolation = {
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_DATE: "2026-11-01T12:00:00Z",
  GIT_COMMITTER_DATE: "2026-11-01T12:00:00Z",
};
const identity = [
  "-c",
  "user.name=Ada",
  "-c",
  "user.email=ada@example.org",
  "-c",
  "init.defaultBranch=main",
  "-c",
  "protocol.file.allow=always",
  "-c",
  "commit.gpgSign=false",
  // A process less for each commit, and none that outlives the test.
  "-c",
  "maintenance.auto=false",
  "-c",
  "gc.auto=0",
  // Nobody needs a repository of a test after the power failed.
  "-c",
  "core.fsync=none",
];

export interface Ended {
  readonly status: number | null;
  /** What was written to both streams. */
  readonly output: string;
}

/** A real repository in a directory of its own, removed when the test ends. */
export interface Repository {
  /** Its real absolute path. */
  readonly root: string;
  /** Runs git; throws when it fails. Returns what it prints, trimmed. */
  git(...args: string[]): string;
  /** The same for commands that may fail, such as a commit that a hook refuses. */
  tryGit(...args: string[]): Ended;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  /** Deletes a file or directory of the work tree. */
  remove(path: string): void;
  /** Stages everything and commits it. Returns the full name of the commit. */
  commit(message?: string): string;
  /** Installs a hook. In the script `queue-lint` stands for the CLI. */
  hook(name: string, script: string): void;
}

/** Commits the files, if there are any. `init` are options of `git init`. Asked for the same again, it writes the same without git. */
export function gitRepository(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  init: readonly string[] = [],
): Repository {
  const wanted = Object.entries(files).map(([path, content]) => [path, Buffer.from(content).toString("base64")]);
  return copyOf(JSON.stringify([init, wanted]), () => {
    const made = newRepository();
    made.git("init", "-q", "--template=", ...init);
    made.write(files);
    if (Object.keys(files).length > 0) made.commit();
    return made;
  });
}

/**
 * Makes a repository of many commits once in a process; every call returns a copy, a repository of its own. It must not name its own
 * place: no linked work tree, no absolute path in its configuration.
 */
export function copies(make: () => Repository): () => Repository {
  const key = Symbol();
  return () => copyOf(key, make);
}

const contents = new Map<string | symbol, DirectoryContent>();

function copyOf(key: string | symbol, make: () => Repository): Repository {
  const content = contents.get(key);
  if (content === undefined) {
    const made = make();
    contents.set(key, readDirectory(made.root));
    return made;
  }
  const copy = newRepository();
  writeDirectory(copy.root, content);
  return copy;
}

/** An empty directory with room beside it for other files. */
function newRepository(): Repository {
  return repositoryAt(join(temporaryDirectory({ "repository/": "" }), "repository"));
}

/** A repository that is there already: a clone, a linked work tree, a submodule. */
export function repositoryAt(root: string): Repository {
  const env = gitTestEnvironment();
  const git = (...args: string[]): string =>
    execFileSync("git", [...identity, ...args], {
      cwd: root,
      encoding: "utf8",
      env,
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  return {
    root,
    git,
    tryGit: (...args) => ended("git", [...identity, ...args], { cwd: root, env }),
    write: (written) => {
      for (const [path, content] of Object.entries(written)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), content);
      }
    },
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    commit: (message = "Change") => {
      git("add", "-A");
      git("commit", "-q", "--allow-empty", "--no-verify", "-m", message);
      return git("rev-parse", "HEAD");
    },
    hook: (name, script) => {
      const path = join(git("rev-parse", "--path-format=absolute", "--git-common-dir"), "hooks", name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(
        path,
        `#!/bin/sh\nset -e\n${script.replaceAll("queue-lint", `"${process.execPath}" "${program()}"`)}\n`,
      );
      chmodSync(path, 0o755);
    },
  };
}

/** No variable of a hook that may be running the tests, and none of the machine's configuration. */
function gitTestEnvironment(): NodeJS.ProcessEnv {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GIT_|GITHUB_|CI_)/.test(name)));
  return { ...own, ...isolation, NODE_OPTIONS: "", NO_COLOR: "1" };
}

/** Makes the repositories that this process reads free of the machine's configuration, too. */
export function isolateGit(): void {
  for (const name of Object.keys(process.env))
    if (/^(?:GIT_|GITHUB_|CI_)/.test(name)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, isolation);
}

function ended(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Ended {
  const { status, stdout, stderr } = spawnSync(command, args, {
    ...options,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { status, output: stdout + stderr };
}
