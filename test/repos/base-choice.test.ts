import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { isolateGit, repositoryAt } from "../source/git-repository.ts";
import { queue, queueOf, halls, diagnostics, specs, audit, branched } from "./branched-repository.ts";

isolateGit();

vi.stubEnv("CI", "");

afterEach(() => {
  vi.unstubAllEnvs();
  vi.stubEnv("CI", "");
});

describe("--base without a base", () => {
  it("exits with 2 for histories that share nothing, and for refs that are not there", async () => {
    const repository = branched((one) => one.write({ "README.md": "Readme\n" }));
    repository.git("switch", "-q", "--orphan", "alone");
    repository.write({ ...specs, [queue]: queueOf([halls, diagnostics]) });
    repository.commit();
    expect(await audit(repository.root, "--base", "main")).toMatchObject({
      status: 2,
      err: expect.stringContaining("no commit in common") as string,
    });
    expect(await audit(repository.root, "--base", "origin/main")).toMatchObject({
      status: 2,
      err: expect.stringContaining("There is no commit “origin/main”") as string,
    });
    expect(await audit(repository.root, "--base", "auto")).toMatchObject({
      status: 2,
      err: expect.stringContaining("No base was found") as string,
    });
  });

  it("exits with 2 in a shallow clone, with the command that fetches the rest; with the preset ci a plain audit is told, too", async () => {
    const repository = branched((one) => one.write({ "README.md": "Readme\n" }));
    const shallow = repositoryAt(join(repository.root, "../shallow"));
    repository.git("clone", "-q", "--depth", "1", `file://${repository.root}`, shallow.root);
    expect(await audit(shallow.root, "--base", "HEAD~1")).toMatchObject({
      status: 2,
      err: expect.stringContaining("git fetch --unshallow") as string,
    });
    const { status, findings } = await audit(shallow.root, "--preset", "ci", "--rule", "promotion/spec-exists:off");
    expect({ status, findings }).toEqual({
      status: 1,
      findings: [expect.stringContaining("scope/not-checked") as string],
    });
    shallow.git("fetch", "-q", "--unshallow");
    expect((await audit(shallow.root, "--base", "HEAD~1")).status).toBe(0);
    expect(
      (await audit(shallow.root, "--preset", "ci", "--rule", "promotion/spec-exists:off", "--base", "HEAD~1")).findings,
    ).toEqual([]);
  });
});

describe("--base auto", () => {
  it("reads the event of the CI, and exits with 2 when it cannot", async () => {
    const repository = branched((one) => one.remove("specs/241-diagnostic-pack"));
    const event = join(repository.root, "../event.json");
    vi.stubEnv("GITHUB_EVENT_PATH", event);
    vi.stubEnv("CI", "true");
    writeFileSync(event, JSON.stringify({ before: repository.git("rev-parse", "main") }));
    expect((await audit(repository.root, "--base", "auto")).findings).toContain(
      "introduced promotion/spec-exists Diagnostic pack",
    );
    writeFileSync(event, "{");
    expect(await audit(repository.root, "--base", "auto")).toMatchObject({
      status: 2,
      err: expect.stringContaining("The event of the CI cannot be read") as string,
    });
  });

  it("takes the upstream branch on a machine", async () => {
    const repository = branched((one) => one.remove("specs/241-diagnostic-pack"));
    repository.git("branch", "-q", "--set-upstream-to", "main");
    const { status, report } = await audit(repository.root, "--base", "auto");
    expect([status, report.base?.name]).toEqual([1, "the upstream branch"]);
  });
});
