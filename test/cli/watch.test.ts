import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { changingRepository } from "../cache/changing-repository.ts";
import { isolateGit } from "../source/git-repository.ts";
import { program } from "./program.ts";
import { run } from "./run.ts";

isolateGit();

it("shows all findings, then those that come and go, and ends with Ctrl-C", async () => {
  const repository = changingRepository();
  const child = spawn(process.execPath, [program(), "--watch"], {
    cwd: repository.root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const shown = { out: "", error: "" };
  child.stdout.on("data", (data: Buffer) => (shown.out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (shown.error += data.toString()));
  const audited = async (times: number): Promise<void> =>
    expect
      .poll(() => shown.error.match(/^audited in \d+ ms$/gm)?.length ?? 0, { timeout: 8000 })
      .toBeGreaterThanOrEqual(times);
  await audited(1);
  expect(shown.out).toMatch(/^no findings$/m);
  await setTimeout(400);
  shown.out = "";
  repository.remove("specs/001-berth-map");
  await expect.poll(() => shown.out, { timeout: 8000 }).toContain("promotion/spec-exists");
  expect(shown.out).not.toContain(" claims: ");
  repository.git("checkout", "--quiet", "--", "specs");
  await expect.poll(() => shown.out, { timeout: 8000 }).toMatch(/^fixed {2}promotion\/spec-exists.+\nno findings$/ms);
  child.kill("SIGINT");
  expect((await once(child, "exit"))[0]).toBe(0);
});

it.each([
  ["--staged"],
  ["--ref", "HEAD"],
  ["--base", "HEAD"],
  ["--fix"],
  ["--diff"],
  ["--format", "json"],
  ["--max-warnings", "0"],
])("does not go together with %s", async (...flags: readonly string[]) => {
  const { code, err } = await run(["--watch", ...flags, "--root", changingRepository().root]);
  expect(code).toBe(2);
  expect(err).toContain(`--watch and ${flags[0] ?? ""} do not go together`);
});

it("is refused where an audit is", async () => {
  const { code, err } = await run(["--watch", "--root", join(changingRepository().root, "nowhere")]);
  expect(code).toBe(2);
  expect(err).toContain("The root does not exist.");
});
