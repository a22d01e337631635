import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gitRepository, isolateGit, repositoryAt, type Ended, type Repository } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { recipeFile } from "../repos/hook-recipe.ts";
import { hookRepository } from "../repos/hook-repository.ts";
import { bad, good, itJudgesCommits, refused, sound } from "../repos/judged-commits.ts";

isolateGit();
// What an outer npm tells its scripts is not for the npm that pre-commit starts.
for (const name of Object.keys(process.env)) if (/^npm_/i.test(name)) Reflect.deleteProperty(process.env, name);

const projectRoot = join(import.meta.dirname, "../..");

function preCommit(cwd: string, ...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync("pre-commit", args, { cwd, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

/** A repository with the hooks of the project: what docs/hooks.md says, with `id` of another repository. */
function hooked(hooks: Repository, id = "queue-lint", files: Readonly<Record<string, string>> = sound): Repository {
  const [[path, recipe] = ["", ""]] = Object.entries(recipeFile("pre-commit, with the hooks of the repository"));
  const config = recipe
    .replace(/repo: .*/, `repo: ${hooks.root}`)
    .replace(/rev: .*/, `rev: ${hooks.git("rev-parse", "HEAD")}`)
    .replace(/id: .*/, `id: ${id}`);
  const repository = gitRepository({ ...files, [path]: config });
  expect(preCommit(repository.root, "install")).toMatchObject({ status: 0 });
  return repository;
}

describe.skipIf(preCommit(".", "--version").status !== 0)("pre-commit (needs pre-commit)", () => {
  let hooks: Repository;

  beforeAll(() => {
    hooks = hookRepository();
    process.env["PRE_COMMIT_HOME"] = join(dirname(hooks.root), "home");
    // The bundle has no dependencies: nothing is fetched.
    process.env["npm_config_offline"] = "true";
  });
  afterAll(() => rmSync(dirname(hooks.root), { recursive: true, force: true }));

  itJudgesCommits(() => hooked(hooks));

  it("tries the hooks on what is staged: a bad queue, a good one, a spec directory that is only deleted", () => {
    const repository = gitRepository(sound);
    const tried = (): Ended => preCommit(repository.root, "try-repo", hooks.root, "queue-lint");
    repository.write(bad);
    repository.git("add", "-A");
    expect(tried()).toEqual(refused());
    repository.write(good);
    repository.commit();
    expect(tried()).toMatchObject({ status: 0, output: expect.stringMatching(/queue-lint\.+Passed/) as string });
    repository.git("rm", "-rq", "specs/001-halls");
    expect(tried()).toEqual(refused("promotion/spec-removed"));
  });

  it("lets old findings through with queue-lint-base, and refuses new ones", () => {
    const repository = hooked(hooks, "queue-lint-base", { ...sound, ...bad });
    repository.write({ "README.md": "Readme" });
    repository.git("add", "README.md");
    expect(repository.tryGit("commit", "-m", "Readme")).toMatchObject({ status: 0 });
    repository.git("rm", "-rq", "specs/001-halls");
    const ended = repository.tryGit("commit", "-m", "Tidy up");
    expect(ended).toEqual(refused("promotion/spec-removed"));
    expect(ended).not.toEqual(refused());
  });

  it("installs the published package alone, by the first recipe", () => {
    Reflect.deleteProperty(process.env, "npm_config_offline");
    const folder = temporaryDirectory();
    const { status, stdout } = spawnSync("npm", ["pack", "--silent", "--pack-destination", folder], {
      cwd: projectRoot,
      encoding: "utf8",
    });
    expect(status).toBe(0);
    const [[path, recipe] = ["", ""]] = Object.entries(recipeFile("pre-commit"));
    const config = recipe.replace(
      /"queue-lint@[^"]*"/,
      JSON.stringify(join(folder, stdout.trim().split("\n").at(-1) ?? "")),
    );
    expect(config).not.toBe(recipe);
    const repository = gitRepository({ ...sound, [path]: config });
    expect(preCommit(repository.root, "install", "--install-hooks")).toMatchObject({ status: 0 });
    repository.write(bad);
    expect(repository.tryGit("commit", "-am", "Bad")).toEqual(refused());
    repository.write(good);
    repository.git("add", "-A");
    expect(repository.tryGit("commit", "-m", "Good")).toMatchObject({ status: 0 });
  }, 300_000);

  it("builds the hook from a clone of this project", () => {
    Reflect.deleteProperty(process.env, "npm_config_offline");
    const clone = repositoryAt(temporaryDirectory());
    clone.git("clone", "-q", "--no-hardlinks", projectRoot, ".");
    const repository = hooked(clone);
    repository.write(bad);
    expect(repository.tryGit("commit", "-am", "Bad")).toEqual(refused());
    repository.write(good);
    repository.git("add", "-A");
    expect(repository.tryGit("commit", "-m", "Good")).toMatchObject({ status: 0 });
  }, 900_000);
});
