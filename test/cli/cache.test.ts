import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { changingRepository } from "../cache/changing-repository.ts";
import { isolateGit, type Repository } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { program } from "./program.ts";

isolateGit();

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(
  { root }: Repository,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program(), ...args], {
    cwd: root,
    env: { ...process.env, CI: undefined, ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** The same in a process that others run beside. */
async function runBeside({ root }: Repository, args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [program(), ...args], {
    cwd: root,
    env: { ...process.env, CI: undefined },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const status = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, stdout, stderr };
}

const kept = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith("audit-")) : [];

it("is used when nothing changed, shows the same, and ends with the same status", async () => {
  const repository = changingRepository();
  repository.write({
    "docs/product/spec-candidates.md":
      "# Spec candidates\n\n## Promoted to spec\n\n- Pilot rota -> Spec 002 (`pilot-rota`)\n",
  });
  await setTimeout(40);
  const folder = temporaryDirectory();
  const args = ["--cache-location", folder];
  const first = run(repository, args);
  expect(first).toMatchObject({ status: 1, stderr: "" });
  expect(kept(folder)).toHaveLength(1);
  expect(run(repository, args)).toEqual(first);
  expect(run(repository, [...args, "--format", "json"]).stdout).toBe(
    run(repository, ["--no-cache", "--format", "json"]).stdout,
  );
  // Proof that it is: the entry is the only thing that still knows the file as it was.
  repository.write({ "docs/product/spec-candidates.md": "# Spec candidates\n\n## Promoted to spec\n" });
  expect(run(repository, args).stdout).not.toBe(first.stdout);
});

it("is below node_modules by default, else in the folder of the user, and off in CI and with --no-cache", async () => {
  const repository = changingRepository();
  const home = temporaryDirectory();
  await setTimeout(40);
  run(repository, [], { CI: "true", XDG_CACHE_HOME: home });
  run(repository, ["--no-cache"], { XDG_CACHE_HOME: home });
  run(repository, ["--staged"], { XDG_CACHE_HOME: home });
  run(repository, [], { GIT_DIR: join(repository.root, ".git"), XDG_CACHE_HOME: home });
  expect(kept(join(home, "queue-lint"))).toEqual([]);
  run(repository, [], { XDG_CACHE_HOME: home });
  expect(kept(join(home, "queue-lint"))).toHaveLength(1);
  run(repository, ["--cache", "--quiet"], { CI: "true", XDG_CACHE_HOME: home });
  expect(kept(join(home, "queue-lint"))).toHaveLength(1);
  mkdirSync(join(repository.root, "node_modules"));
  await setTimeout(40);
  run(repository, [], { XDG_CACHE_HOME: home });
  expect(kept(join(repository.root, "node_modules/.cache/queue-lint"))).toHaveLength(1);
});

it("is mentioned when it was asked for and cannot be written, and costs nothing else", async () => {
  const repository = changingRepository();
  await setTimeout(40);
  const file = join(temporaryDirectory({ file: "" }), "file");
  const asked = run(repository, ["--cache", "--cache-location", file]);
  expect(asked).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(/^The cache is not written: .*\n$/) as string,
  });
  expect(run(repository, ["--cache-location", file])).toEqual({ ...asked, stderr: "" });
});

it("is written by several processes at once, and holds one whole entry then", async () => {
  const repository = changingRepository();
  repository.write({
    "docs/product/spec-candidates.md":
      "# Spec candidates\n\n## Promoted to spec\n\n- Pilot rota -> Spec 002 (`pilot-rota`)\n",
  });
  await setTimeout(40);
  const folder = temporaryDirectory();
  const args = ["--cache", "--cache-location", folder, "--format", "json"];
  const truth = run(repository, ["--no-cache", "--format", "json"]);
  expect(truth).toMatchObject({ status: 1, stderr: "" });
  expect(await Promise.all([1, 2, 3, 4].map(() => runBeside(repository, args)))).toEqual([truth, truth, truth, truth]);
  const [entry = "", ...more] = kept(folder);
  expect([entry, more]).toEqual([expect.stringMatching(/^audit-[0-9a-f]{40}\.json$/), []]);
  // A whole entry is used, and an entry that is used is not written again.
  const before = statSync(join(folder, entry));
  expect(run(repository, args)).toEqual(truth);
  expect(statSync(join(folder, entry))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
});

it("holds no audit whose plugins could have looked anywhere", async () => {
  const repository = changingRepository();
  writeFileSync(join(repository.root, "plugin.mjs"), "export const rules = {};\n");
  writeFileSync(join(repository.root, "queue-lint.config.json"), '{ "plugins": ["./plugin.mjs"] }\n');
  await setTimeout(40);
  const folder = temporaryDirectory();
  run(repository, ["--cache-location", folder]);
  expect(kept(folder)).toEqual([]);
});
