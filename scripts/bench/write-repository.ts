import { execFileSync } from "node:child_process";

/** One commit of a repository of the benchmark. */
export interface GeneratedCommit {
  readonly message: string;
  /** Files that it adds or replaces: paths and texts. */
  readonly files: Iterable<readonly [string, string]>;
}

/** Makes an empty directory a repository with these commits, an hour apart, and checks the last one out. */
export function writeRepository(root: string, commits: Iterable<GeneratedCommit>): void {
  git(root, "init", "--quiet", "--initial-branch=main");
  execFileSync("git", ["fast-import", "--quiet"], { cwd: root, input: stream(commits) });
  git(root, "reset", "--quiet", "--hard");
}

/** Runs git in a repository of the benchmark, with nothing of the user's configuration. */
export function git(root: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  return execFileSync("git", args, {
    cwd: root,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
}

function stream(commits: Iterable<GeneratedCommit>): string {
  const parts: string[] = [];
  let seconds = 1_760_000_000;
  for (const { message, files } of commits) {
    parts.push(
      `commit refs/heads/main\ncommitter Ada <ada@example.org> ${seconds} +0000\ndata ${Buffer.byteLength(message)}\n${message}\n`,
    );
    for (const [path, text] of files) parts.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
    seconds += 3600;
  }
  return parts.join("");
}
