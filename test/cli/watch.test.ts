import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { changingRepository } from "../cache/changing-repository.ts";
import { isolateGit } from "../source/git-repository.ts";
import { program } from "./program.ts";
import { run } from "./run.ts";

isolateGit();

/** A started watch, with all that it has shown so far. */
function watching(root: string) {
  const child = spawn(process.execPath, [program(), "--watch"], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const shown = { out: "", error: "" };
  child.stdout.on("data", (data: Buffer) => (shown.out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (shown.error += data.toString()));
  const rounds = (): number => shown.error.match(/^audited in \d+ ms$/gm)?.length ?? 0;
  return { child, shown, rounds };
}

const slow = { timeout: 20_000 };

it("shows all findings, then those that come and go, and ends with Ctrl-C", async () => {
  const repository = changingRepository();
  const { child, shown, rounds } = watching(repository.root);
  await expect.poll(rounds, slow).toBeGreaterThanOrEqual(1);
  expect(shown.error).toMatch(/^watching \/.*: docs\/product\/spec-candidates\.md \(queue\), .*; Ctrl-C ends it$/m);
  expect(shown.out).toMatch(/^no findings$/m);
  await setTimeout(400);
  shown.out = "";
  repository.remove("specs/001-berth-map");
  await expect.poll(() => shown.out, slow).toContain("promotion/spec-exists");
  expect(shown.out).not.toContain(" claims: ");
  repository.git("checkout", "--quiet", "--", "specs");
  await expect.poll(() => shown.out, slow).toMatch(/^fixed {2}promotion\/spec-exists.+\nno findings$/ms);
  child.kill("SIGINT");
  expect((await once(child, "exit"))[0]).toBe(0);
}, 90_000);

it("shows an entry that is lost since the last commit, once, and what comes of it", async () => {
  const repository = changingRepository();
  const path = join(repository.root, "docs/product/spec-candidates.md");
  const whole = readFileSync(path, "utf8");
  const { child, shown, rounds } = watching(repository.root);
  await expect.poll(rounds, slow).toBe(1);
  await setTimeout(400);
  writeFileSync(path, whole.replace(/### Tide alerts[^#]*/, ""));
  await expect.poll(() => shown.out, slow).toContain("history/entry-vanished");
  expect(shown.out).toMatch(/^\d error/m);
  // The second look finds nothing that the first one did not see: no round follows.
  const after = rounds();
  await setTimeout(600);
  expect(rounds()).toBe(after);
  expect(shown.out.split("history/entry-vanished")).toHaveLength(2);
  shown.out = "";
  writeFileSync(path, whole);
  await expect.poll(() => shown.out, slow).toMatch(/^fixed {2}history\/entry-vanished.+^no findings$/ms);
  shown.out = "";
  writeFileSync(path, `${whole}\n`);
  await expect.poll(() => shown.out, slow).toBe("no findings\n");
  child.kill("SIGINT");
  expect((await once(child, "exit"))[0]).toBe(0);
}, 90_000);

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
