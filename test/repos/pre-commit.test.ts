import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gitRepository, isolateGit, type Ended, type Repository } from "../source/git-repository.ts";
import { hookRepository } from "./hook-repository.ts";

isolateGit();
// What an outer npm tells its scripts is not for the npm that pre-commit starts, which has nothing to fetch.
for (const name of Object.keys(process.env)) if (/^npm_/i.test(name)) Reflect.deleteProperty(process.env, name);
Object.assign(process.env, { npm_config_offline: "true", npm_config_audit: "false", npm_config_update_notifier: "false" });

const queue = "docs/product/spec-candidates.md";
const spec = "# Halls\n\nPeople walk through the halls of a museum and see what stands there.\n";
const queueOf = (...promoted: readonly string[]): string => `# Spec candidates\n\n## Active\n\n- \`Night mode\`: pages are too bright.\n\n## Promoted to spec\n\n${promoted.join("\n")}\n`;
const halls = "- Halls -> Spec 001 (`halls`)";
const coats = "- Coat check -> Spec 002 (`coat-check`)";
const sound = { [queue]: queueOf(halls), "specs/001-halls/spec.md": spec };
const missing = "specs has no 002-coat-check";
/** How a refused commit ends: with the words of the audit. */
const refused = (words: string): unknown => expect.objectContaining({ status: 1, output: expect.stringContaining(words) as string });

function preCommit(cwd: string, ...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync("pre-commit", args, { cwd, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

/** A repository with the hook of pre-commit, which runs `id` from a revision of another repository. */
function hooked(files: Readonly<Record<string, string>>, from: { readonly repo: string; readonly rev: string; readonly id: string }): Repository {
  const config = `repos:\n  - repo: ${from.repo}\n    rev: ${from.rev}\n    hooks:\n      - id: ${from.id}\n`;
  const repository = gitRepository({ ...files, ".pre-commit-config.yaml": config });
  expect(preCommit(repository.root, "install")).toMatchObject({ status: 0 });
  return repository;
}

describe.skipIf(preCommit(".", "--version").status !== 0)("pre-commit (skipped where it is not installed)", () => {
  let hooks: Repository;
  const hookedBy = (id: string, files: Readonly<Record<string, string>> = sound): Repository => hooked(files, { repo: hooks.root, rev: hooks.git("rev-parse", "HEAD"), id });

  beforeAll(() => {
    hooks = hookRepository();
    process.env["PRE_COMMIT_HOME"] = join(dirname(hooks.root), "home");
  });
  afterAll(() => rmSync(dirname(hooks.root), { recursive: true, force: true }));

  it("tries the hooks on what is staged: a bad queue, a good one, a spec directory that is only deleted", () => {
    const repository = gitRepository(sound);
    const tried = (): Ended => preCommit(repository.root, "try-repo", hooks.root, "queue-lint");
    repository.write({ [queue]: queueOf(halls, coats) });
    repository.git("add", "-A");
    expect(tried()).toEqual(refused(missing));
    repository.write({ "specs/002-coat-check/spec.md": spec });
    repository.git("add", "-A");
    expect(tried()).toMatchObject({ status: 0, output: expect.stringMatching(/queue-lint\.+Passed/) as string });
    repository.git("commit", "-qm", "Sound");
    repository.git("rm", "-rq", "specs/001-halls");
    expect(tried()).toEqual(refused("promotion/spec-removed"));
  });

  it("refuses a commit with a bad queue, whatever the work tree holds, and lets a good one through", () => {
    const repository = hookedBy("queue-lint");
    repository.write({ [queue]: queueOf(halls, coats) });
    repository.git("add", queue);
    repository.write({ [queue]: queueOf(halls) });
    expect(repository.tryGit("commit", "-m", "Bad")).toEqual(refused(missing));
    repository.write({ "specs/002-coat-check/spec.md": spec });
    repository.git("add", "specs");
    expect(repository.tryGit("commit", "-m", "Good")).toMatchObject({ status: 0 });
    expect(repository.git("show", `HEAD:${queue}`)).toContain(coats);
  });

  it("refuses a commit that only deletes a spec directory", () => {
    const repository = hookedBy("queue-lint");
    repository.git("rm", "-rq", "specs/001-halls");
    expect(repository.tryGit("commit", "-m", "Tidy up")).toEqual(refused("promotion/spec-removed"));
  });

  it("judges commit -a and commit FILE as what they commit", () => {
    const repository = hookedBy("queue-lint");
    repository.write({ [queue]: queueOf(halls, coats), "README.md": "Readme" });
    repository.git("add", "README.md");
    expect(repository.tryGit("commit", "-am", "All")).toEqual(refused(missing));
    expect(repository.tryGit("commit", "-m", "Queue", queue)).toEqual(refused(missing));
    repository.git("add", queue);
    expect(repository.tryGit("commit", "-m", "Readme", "README.md")).toMatchObject({ status: 0 });
    expect(repository.git("show", "--name-only", "--format=")).toBe("README.md");
  });

  it("lets old findings through with queue-lint-base, and refuses new ones", () => {
    const repository = hookedBy("queue-lint-base", { ...sound, [queue]: queueOf(halls, coats) });
    repository.write({ "README.md": "Readme" });
    repository.git("add", "README.md");
    expect(repository.tryGit("commit", "-m", "Readme")).toMatchObject({ status: 0 });
    repository.git("rm", "-rq", "specs/001-halls");
    const { status, output } = repository.tryGit("commit", "-m", "Tidy up");
    expect([status, output.includes("promotion/spec-removed"), output.includes(missing)]).toEqual([1, true, false]);
  });
});
