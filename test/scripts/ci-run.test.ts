import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const project = join(import.meta.dirname, "../..");
const clone = realpathSync(mkdtempSync(join(tmpdir(), "queue-lint-ci-")));
cpSync(join(project, ".ci"), join(clone, ".ci"), { recursive: true });

afterAll(() => {
  rmSync(clone, { recursive: true, force: true });
});

/** Runs `.ci/run` in a clone whose README names a made-up test command. */
function ci(command: string, limit = "60") {
  writeFileSync(
    join(clone, "README.md"),
    [
      "```sh",
      "echo not this one",
      "```",
      "<!-- test-command -->",
      "```sh",
      command,
      "```",
      "```sh",
      "echo nor this",
      "```",
      "",
    ].join("\n"),
  );
  const { status, stdout } = spawnSync(join(clone, ".ci/run"), {
    cwd: tmpdir(),
    encoding: "utf8",
    env: { ...process.env, CI_TIME_LIMIT: limit },
  });
  return { status, last: stdout.trimEnd().split("\n").at(-1), stdout };
}

describe.skipIf(process.platform === "win32")(".ci/run (needs bash)", () => {
  it("runs the marked command and no other, and repeats its counts last", () => {
    const command = 'echo "41 passed, 0 failed"; echo "npm notice"';
    expect(ci(command)).toMatchObject({
      status: 0,
      stdout: `$ ${command}\n41 passed, 0 failed\nnpm notice\n41 passed, 0 failed\n`,
    });
  });

  it("runs in the root of the clone, with CI set and nothing to read", () => {
    expect(ci('cat; echo "$PWD $CI"; echo "1 passed, 0 failed"').stdout).toContain(`${clone} true\n`);
  });

  it("fails with failures, and when the command fails beside its counts or without any", () => {
    expect(ci('echo "3 passed, 2 failed"; exit 1')).toMatchObject({ status: 1, last: "3 passed, 2 failed" });
    expect(ci('echo "3 passed, 2 failed"')).toMatchObject({ status: 1, last: "3 passed, 2 failed" });
    expect(ci('echo "3 passed, 0 failed"; exit 1')).toMatchObject({ status: 1, last: "3 passed, 1 failed" });
    expect(ci("exit 1")).toMatchObject({ status: 1, last: "0 passed, 1 failed" });
  });

  it("does not take silence for success", () => {
    expect(ci("true")).toMatchObject({ status: 1, last: "0 passed, 1 failed" });
    expect(ci("")).toMatchObject({ status: 1, last: "0 passed, 1 failed" });
  });

  it("stops a command that hangs", () => {
    expect(ci("sleep 60", "1")).toMatchObject({ status: 1, last: "0 passed, 1 failed" });
  });
});
