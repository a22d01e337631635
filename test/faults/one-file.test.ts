import { existsSync, lstatSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callsOf, filesOf, runFaulty, shell, type Fault } from "./faults.ts";
import { wrongRepository } from "./repository.ts";

const baselineName = ".queue-lint-baseline.json";
const old = `{ "version": 1, "findings": {} }\n`;

/** What writes one file, with the words that say why it could not. */
const commands = [
  { what: "baseline", argv: ["baseline"], file: baselineName, before: undefined, call: "link" },
  { what: "baseline --add", argv: ["baseline", "--add"], file: baselineName, before: old, call: "rename" },
  { what: "init --write", argv: ["init", "--write"], file: "queue-lint.config.jsonc", before: undefined, call: "link" },
  {
    what: "--format json=report.json",
    argv: ["--format", "json=report.json"],
    file: "report.json",
    before: "an older report\n",
    call: "rename",
  },
] as const;

function repository(file: string, before: string | undefined): string {
  return wrongRepository(before === undefined ? {} : { [file]: before });
}

const beside = (root: string): string[] => readdirSync(root).filter((name) => name !== "docs" && name !== "specs");
const help = {
  ENOSPC: "Make room on the disk, and run it again.",
  EROFS: "The disk is read-only: mount it for writing, or write elsewhere.",
  EIO: "The disk reports an error: run it again, and check the disk when it stays so.",
} as const;

describe.each(commands)("$what", ({ argv, file, before, call }) => {
  const there = before === undefined ? [] : [file];

  it.each([
    ["a full disk", { call: "writeFile", error: "ENOSPC" }],
    ["a disk that is read-only", { call: "writeFile", error: "EROFS" }],
    ["a disk that breaks when the name is taken", { call, error: "EIO" }],
  ] as const)("says so on %s, with status 2, and leaves the old file and nothing else", async (_, fault) => {
    const root = repository(file, before);
    const faults: Fault[] = [{ ...fault, path: file.replaceAll(".", "\\.") }];
    // Where no second name can be given the file is renamed.
    if (fault.call === "link") faults.push({ ...fault, call: "rename", path: file.replaceAll(".", "\\.") });
    const { status, err } = await runFaulty(argv, { cwd: root, faults });
    expect(status).toBe(2);
    expect(err).toMatch(
      new RegExp(
        `(?:^|\n)queue-lint: \\S*${file} cannot be written: ${fault.error}: injected, .+\n  ${help[fault.error]}\n$`,
      ),
    );
    expect(beside(root)).toEqual(there);
    if (before !== undefined) expect(readFileSync(join(root, file), "utf8")).toBe(before);
  });

  it("is whole after a kill at any call, and the next run cleans up", async () => {
    const fault: Fault = { call: "write", path: file.replaceAll(".", "\\.") };
    const whole = repository(file, before);
    const calls = await callsOf(argv, { cwd: whole, fault });
    const after = readFileSync(join(whole, file), "utf8");
    expect(calls.length).toBeGreaterThanOrEqual(2);
    // All four write through the same function: where a file is replaced each call is struck, else the first and the last.
    for (const nth of before === undefined ? [0, calls.length - 1] : calls.keys()) {
      const root = repository(file, before);
      expect((await runFaulty(argv, { cwd: root, faults: [{ ...fault, nth: nth + 1, kill: true }] })).status).toBe(
        "SIGKILL",
      );
      const text = existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : undefined;
      expect([before, withRoot(after, whole, root)]).toContain(text);
      if (text !== before) continue;
      expect((await runFaulty(argv, { cwd: root })).status).toBe(0);
      expect(filesOf(root)).toMatchObject({ [file]: withRoot(after, whole, root) });
      expect(beside(root)).toEqual([file]);
    }
  });
});

/** A report names the root. */
function withRoot(text: string, from: string, to: string): string {
  return text.replaceAll(from, to);
}

describe("a file that somebody else writes at the same time", () => {
  it("a baseline that grew since it was read is not overwritten", async () => {
    const root = wrongRepository({ [baselineName]: old });
    const other = `{ "version": 1, "findings": { "elsewhere": 1 } }\n`;
    const ended = await runFaulty(["baseline", "--add"], {
      cwd: root,
      faults: [
        {
          call: "writeFile",
          path: "baseline",
          shell: `printf '%s\\n' '${other.trim()}' > ${join(root, baselineName)}`,
        },
      ],
    });
    expect(ended).toEqual({
      status: 2,
      out: "",
      err: `queue-lint: ${baselineName} cannot be written: it changed since it was read.\n  Run it again.\n`,
    });
    expect(readFileSync(join(root, baselineName), "utf8")).toBe(other);
    expect(beside(root)).toEqual([baselineName]);
  });

  it.each([["baseline"], ["init", "--write"]])(
    "%s %s does not replace what came into being meanwhile",
    async (...argv) => {
      const root = wrongRepository();
      const file = argv[0] === "init" ? "queue-lint.config.jsonc" : baselineName;
      for (const faults of [[], [{ call: "link", path: "", error: "EPERM" }]]) {
        const { status, err } = await runFaulty(argv, {
          cwd: root,
          faults: [{ call: "writeFile", path: file, shell: `echo mine > ${join(root, file)}` }, ...faults],
        });
        expect(status).toBe(2);
        expect(err).toMatch(/ cannot be written: it came into being meanwhile\.\n {2}Run it again\.\n$/);
        expect(filesOf(root)).toMatchObject({ [file]: "mine\n" });
        expect(beside(root)).toEqual([file]);
        await shell(`rm ${file}`, root);
      }
    },
  );

  it("works where no file can have two names", async () => {
    const root = wrongRepository();
    expect(
      await runFaulty(["init", "--write"], { cwd: root, faults: [{ call: "link", path: "", error: "EPERM" }] }),
    ).toMatchObject({ status: 0, err: expect.stringMatching(/^Written to /m) as unknown });
    expect(beside(root)).toEqual(["queue-lint.config.jsonc"]);
  });

  it("removes what a process that is gone left, and nothing of one that runs, nor of another file", async () => {
    const mine = [
      "report.json.tmp",
      "report.json.123.tmp",
      `report.json.queue-lint-${process.pid}-0a1b2c3d.tmp`,
      "other.json.queue-lint-4194999-0a1b2c3d.tmp",
    ];
    const root = wrongRepository(Object.fromEntries(mine.map((name) => [name, "kept"])));
    writeFileSync(join(root, "report.json.queue-lint-4194999-0a1b2c3d.tmp"), "{");
    expect((await runFaulty(["--format", "json=report.json"], { cwd: root })).status).toBe(0);
    expect(beside(root).sort()).toEqual([...mine, "report.json"].sort());
  });
});

describe.skipIf(process.platform !== "linux")("what is no file (needs Linux)", () => {
  it("a pipe is written to, and stays one", async () => {
    const root = wrongRepository();
    const { status, out } = await shell(
      "mkfifo pipe; cat pipe & queue-lint --quiet --format json=pipe; code=$?; wait; exit $code",
      root,
    );
    expect({ status, is: lstatSync(join(root, "pipe")).isFIFO() }).toEqual({ status: 0, is: true });
    expect(JSON.parse(out)).toMatchObject({ version: 1 });
  });

  it("/dev/stdout is written to", async () => {
    const { status, out } = await shell(
      "queue-lint --format json=/dev/stdout | cat; exit ${PIPESTATUS[0]}",
      wrongRepository(),
    );
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: 1 });
  });

  it("a link in the repository is replaced, and what it leads to stays as it is", async () => {
    const root = wrongRepository();
    const { status } = await shell(
      "echo safe > elsewhere; ln -s elsewhere report.json; queue-lint --format json=report.json",
      root,
    );
    expect({ status, linked: lstatSync(join(root, "report.json")).isSymbolicLink() }).toEqual({
      status: 0,
      linked: false,
    });
    expect(readFileSync(join(root, "elsewhere"), "utf8")).toBe("safe\n");
  });

  it("a real limit on the size of files stops a report and leaves nothing", async () => {
    const root = wrongRepository();
    expect(await shell("ulimit -f 1; queue-lint --format json=report.json", root)).toEqual({
      status: 2,
      out: "",
      err: "queue-lint: report.json cannot be written: EFBIG: file too large, write.\n  Make room on the disk, and run it again.\n",
    });
    expect(beside(root)).toEqual([]);
  });
});
