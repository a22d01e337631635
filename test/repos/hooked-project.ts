import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { program } from "../cli/program.ts";
import { gitRepository, isolateGit, type Ended, type Repository } from "../source/git-repository.ts";
import { sound } from "./judged-commits.ts";

/** A project as its author has it: a directory of installed packages, which its repositories share by a link. */
export interface HookedProject {
  /** Absolute path of `node_modules`. It holds husky and queue-lint. */
  readonly packages: string;
  /** A repository in which these commands were run, and then these files committed. The commands reach no other repository. */
  readonly installed: (commands: string, files: Readonly<Record<string, string>>) => Repository;
  readonly remove: () => void;
}

const project = { ...sound, "package.json": '{ "name": "museum", "private": true }\n', ".gitignore": "node_modules\n" };

export function hookedProject(): HookedProject {
  isolateGit();
  for (const name of Object.keys(process.env)) if (/^npm_/i.test(name)) Reflect.deleteProperty(process.env, name);
  // No `npx` of a hook may fetch what is not installed.
  process.env["npm_config_offline"] = "true";
  const packages = join(mkdtempSync(join(tmpdir(), "queue-lint-managers-")), "node_modules");
  mkdirSync(join(packages, ".bin"), { recursive: true });
  symlinkSync(dirname(fileURLToPath(import.meta.resolve("husky"))), join(packages, "husky"), "dir");
  symlinkSync("../husky/bin.js", join(packages, ".bin/husky"));
  symlinkSync(program(), join(packages, ".bin/queue-lint"));
  return {
    packages,
    installed: (commands, files) => {
      const repository = gitRepository(project);
      symlinkSync(packages, join(repository.root, "node_modules"), "dir");
      expect(repository.git("rev-parse", "--show-toplevel")).toBe(repository.root);
      mkdirSync(join(repository.root, ".git/hooks"), { recursive: true });
      repository.write(files);
      expect(shell(repository.root, commands)).toMatchObject({ status: 0 });
      repository.write(files);
      repository.commit();
      return repository;
    },
    remove: () => rmSync(join(packages, ".."), { recursive: true, force: true }),
  };
}

/** Runs a command of a shell. */
export function shell(cwd: string, command: string, env: Readonly<Record<string, string>> = {}): Ended {
  const { status, stdout, stderr } = spawnSync(command, {
    cwd,
    shell: true,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, output: stdout + stderr };
}
