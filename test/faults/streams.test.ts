import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shell } from "./faults.ts";
import { unspecced, wrongRepository } from "./repository.ts";

const linux = process.platform === "linux";
const full =
  "queue-lint: standard output cannot be written: ENOSPC: no space left on device, write.\n  Make room, or send the output elsewhere.\n";
const failing = (): string => wrongRepository(unspecced);

describe.skipIf(process.platform === "win32")("a reader that goes away (needs bash)", () => {
  it.each([
    ["queue-lint | head -1", 1],
    ["queue-lint --format json | head -c 1", 1],
    ["queue-lint --version | true", 0],
    ["queue-lint rules | true", 0],
    ["queue-lint --no-such-flag 2>&1 >/dev/null | true", 2],
  ])("%s: quiet, with the status that the run would have had", async (command, status) => {
    const ended = await shell(`set -o pipefail; ${command}`, failing());
    expect({ status: ended.status, err: ended.err }).toEqual({ status, err: "" });
  });

  it("does not keep a report from its file", async () => {
    const root = failing();
    const ended = await shell("set -o pipefail; queue-lint --format text --format json=report.json | true", root);
    expect(ended).toEqual({ status: 1, out: "", err: "" });
    expect(JSON.parse(readFileSync(join(root, "report.json"), "utf8"))).toMatchObject({ summary: { errors: 1 } });
  });
});

describe.skipIf(!linux)("streams that are closed (needs Linux)", () => {
  it.each([
    ["queue-lint >&-", 1],
    ["queue-lint --quiet 2>&- >/dev/null", 1],
    ["queue-lint --no-such-flag 2>&-", 2],
    ["queue-lint <&- >/dev/null", 1],
    ["queue-lint <&- >&- 2>&-", 1],
    ["queue-lint --version >&-", 0],
  ])("%s: nothing is said, and the status is that of the run", async (command, status) => {
    expect(await shell(command, failing())).toEqual({ status, out: "", err: "" });
  });

  it.each(["<&-", "</dev/null", "< /"])(
    "init asks nobody when standard input is %s, and writes nothing",
    async (redirection) => {
      const root = wrongRepository();
      const { status, out, err } = await shell(`queue-lint init ${redirection}`, root);
      expect(status).toBe(0);
      expect(out).toMatch(/^\{\n/);
      expect(err).toMatch(
        /\nNothing was written\. “queue-lint init --write” writes this to queue-lint\.config\.jsonc\.\n$/,
      );
      expect(readdirSync(root).sort()).toEqual(["docs", "specs"]);
    },
  );
});

describe.skipIf(!existsSync("/dev/full"))("output to a disk that is full (needs /dev/full)", () => {
  it.each(["", "--format json", "--version", "next"])("queue-lint %s > /dev/full: words, status 2", async (argv) => {
    expect(await shell(`queue-lint ${argv} > /dev/full`, wrongRepository())).toMatchObject({
      status: 2,
      err: expect.stringContaining(full) as unknown,
    });
  });

  it("says it once, and once only", async () => {
    expect(await shell("queue-lint > /dev/full", failing())).toEqual({ status: 2, out: "", err: full });
  });

  it("goes on to the end: a report still goes to its file, and init still writes", async () => {
    const root = failing();
    expect(await shell("queue-lint --format text --format json=report.json > /dev/full", root)).toEqual({
      status: 2,
      out: "",
      err: full,
    });
    expect(JSON.parse(readFileSync(join(root, "report.json"), "utf8"))).toMatchObject({ summary: { errors: 1 } });
    const { status, err } = await shell("queue-lint init --write > /dev/full", root);
    expect(status).toBe(2);
    expect(err).toContain(full);
    expect(readdirSync(root)).toEqual(["docs", "queue-lint.config.jsonc", "report.json", "specs"]);
    expect((await shell("queue-lint --quiet", root)).status).toBe(1);
  });

  it("ends with 2 when the reason cannot be said either, and loses no status when only standard error is full", async () => {
    expect(await shell("queue-lint > /dev/full 2> /dev/full", failing())).toEqual({ status: 2, out: "", err: "" });
    expect((await shell("queue-lint 2> /dev/full", failing())).status).toBe(1);
    expect(await shell("queue-lint --no-such-flag 2> /dev/full", failing())).toEqual({ status: 2, out: "", err: "" });
  });
});

describe.skipIf(!linux)("output to a disk with little room (needs Linux)", () => {
  it("is not cut off in silence", async () => {
    const root = failing();
    // A block of 1,024 bytes may be written; the first write puts down that much, and is no error to Node's stream.
    const { status, err } = await shell("ulimit -f 1; queue-lint --format json > report.json", root);
    expect({ status, err }).toEqual({
      status: 2,
      err: "queue-lint: standard output cannot be written: EFBIG: file too large, write.\n  Make room, or send the output elsewhere.\n",
    });
  });

  it("is written whole when there is room, after what stands there already", async () => {
    const root = failing();
    const { status, out } = await shell(
      "echo before > log; queue-lint --format json >> log; code=$?; cat log; exit $code",
      root,
    );
    expect(status).toBe(1);
    expect(JSON.parse(out.replace(/^before\n/, ""))).toMatchObject({ version: 1 });
  });
});

describe.skipIf(!linux)("a current directory that is gone (needs Linux)", () => {
  it.each(["queue-lint", "queue-lint --root /", "queue-lint baseline"])("%s: words, status 2", async (command) => {
    const { status, out, err } = await shell(`mkdir gone; cd gone; rmdir ../gone; ${command}`, failing());
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(
      /queue-lint: The current directory no longer exists\.\n {2}Change to a directory that exists\.\n$/,
    );
  });

  it("does not matter to what needs no repository", async () => {
    expect(await shell("mkdir gone; cd gone; rmdir ../gone; queue-lint --version", failing())).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+/) as unknown,
    });
  });
});
