import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import { program } from "../cli/program.ts";
import { gitRepository, isolateGit, type Ended, type Repository } from "../source/git-repository.ts";
import { hookRecipe, recipeFile } from "./hook-recipe.ts";
import { itJudgesCommits, sound } from "./judged-commits.ts";

isolateGit();
for (const name of Object.keys(process.env)) if (/^npm_/i.test(name)) Reflect.deleteProperty(process.env, name);
// No `npx` of a hook may fetch what is not installed.
process.env["npm_config_offline"] = "true";

const lefthook = "lefthook@2.2.2";

/** A project that has installed its packages: `node_modules` is this directory. */
const packages = join(mkdtempSync(join(tmpdir(), "queue-lint-managers-")), "node_modules");
const project = { ...sound, "package.json": '{ "name": "museum", "private": true }\n', ".gitignore": "node_modules\n" };

function shell(cwd: string, command: string, env: Readonly<Record<string, string>> = {}): Ended {
  const { status, stdout, stderr } = spawnSync(command, {
    cwd,
    shell: true,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, output: stdout + stderr };
}

/** A repository in which these commands were run, and then these files committed. The commands reach no other repository. */
function installed(commands: string, files: Readonly<Record<string, string>>): Repository {
  const repository = gitRepository(project);
  symlinkSync(packages, join(repository.root, "node_modules"), "dir");
  expect(repository.git("rev-parse", "--show-toplevel")).toBe(repository.root);
  mkdirSync(join(repository.root, ".git/hooks"), { recursive: true });
  repository.write(files);
  expect(shell(repository.root, commands)).toMatchObject({ status: 0 });
  repository.write(files);
  repository.commit();
  return repository;
}

beforeAll(() => {
  mkdirSync(join(packages, ".bin"), { recursive: true });
  symlinkSync(dirname(fileURLToPath(import.meta.resolve("husky"))), join(packages, "husky"), "dir");
  symlinkSync("../husky/bin.js", join(packages, ".bin/husky"));
  symlinkSync(program(), join(packages, ".bin/queue-lint"));
});
afterAll(() => rmSync(join(packages, ".."), { recursive: true, force: true }));

describe.skipIf(process.platform === "win32")("git alone (skipped on Windows, where links need rights)", () => {
  itJudgesCommits(() => installed(hookRecipe("git alone"), {}));
});

describe.skipIf(process.platform === "win32")("husky (skipped on Windows, where links need rights)", () => {
  itJudgesCommits(() => installed("npx husky init", recipeFile("husky")));
});

describe.skipIf(process.platform === "win32")(
  "lefthook (skipped on Windows, and where the registry cannot be reached)",
  () => {
    let unreachable = "";

    // Not a dependency of this project: where it is installed it puts its hook into the repository around it. Here there is none.
    beforeAll(() => {
      const fetched = join(packages, "../fetched");
      mkdirSync(fetched);
      writeFileSync(join(fetched, "package.json"), "{}");
      const { status, output } = shell(
        fetched,
        `npm install --ignore-scripts --no-save --no-audit --no-fund --fetch-retries=0 --prefix . ${lefthook}`,
        { npm_config_offline: "false", CI: "true" },
      );
      if (status !== 0 && /\b(?:ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|E[45]\d\d)\b/.test(output)) {
        unreachable = `the registry cannot be reached: ${output}`;
        return;
      }
      expect(status, output).toBe(0);
      for (const name of readdirSync(join(fetched, "node_modules")))
        if (name.startsWith("lefthook")) symlinkSync(join(fetched, "node_modules", name), join(packages, name), "dir");
      symlinkSync("../lefthook/bin/index.js", join(packages, ".bin/lefthook"));
    }, 120_000);

    beforeEach((context) => context.skip(unreachable !== "", unreachable));

    itJudgesCommits(() => installed("npx lefthook install", recipeFile("lefthook")));
  },
);
