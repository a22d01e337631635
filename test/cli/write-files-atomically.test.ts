import type * as promises from "node:fs/promises";
import { readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { finishFiles } from "../../src/cli/fix/finish-files.ts";
import { writeFilesAtomically } from "../../src/cli/fix/write-files-atomically.ts";
import { UsageError } from "../../src/core/errors.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

/** Names of files that cannot be renamed. */
const stuck = vi.hoisted(() => new Set<string>());
vi.mock("node:fs/promises", async (original) => {
  const real = await original<Pick<typeof promises, "rename">>();
  return {
    ...real,
    rename: async (from: string, to: string): Promise<void> => {
      if ([...stuck].some((name) => from.endsWith(name) || (to.endsWith(name) && !from.endsWith(".old"))))
        throw new Error("EIO: the disk is gone");
      await real.rename(from, to);
    },
  };
});
beforeEach(() => stuck.clear());

const changes = ["a.md", "b.md", "c.md"].map((path) => ({
  path,
  before: `old ${path}\r\n`,
  after: `\uFEFFnew ${path}\r\n`,
}));
const directory = (): string =>
  temporaryDirectory(Object.fromEntries(changes.map(({ path, before }) => [path, before])));
const texts = (root: string): string[] => readdirSync(root).map((name) => readFileSync(join(root, name), "utf8"));

async function refusal(root: string): Promise<UsageError> {
  const error: unknown = await writeFilesAtomically(changes, root).catch((reason: unknown) => reason);
  if (error instanceof UsageError) return error;
  throw new Error("it was not refused", { cause: error });
}

describe("writeFilesAtomically", () => {
  it("writes all, and leaves nothing else behind", async () => {
    const root = directory();
    await writeFilesAtomically(changes, root);
    expect(readdirSync(root)).toEqual(["a.md", "b.md", "c.md"]);
    expect(texts(root)).toEqual(changes.map(({ after }) => after));
  });

  it("puts back what was written when a later file cannot be", async () => {
    const root = directory();
    const { ino } = statSync(join(root, "c.md"));
    stuck.add("c.md");
    const error = await refusal(root);
    expect(error).toMatchObject({
      message: "The fixes cannot be written: EIO: the disk is gone. Nothing was changed.",
      place: "c.md",
    });
    expect(readdirSync(root)).toEqual(["a.md", "b.md", "c.md"]);
    expect(texts(root)).toEqual(changes.map(({ before }) => before));
    expect(statSync(join(root, "c.md")).ino).toBe(ino);
  });

  it("says where the former text is when even that fails", async () => {
    const root = directory();
    stuck.add("c.md").add(".old");
    const error = await refusal(root);
    expect(error.message).toContain("could not be put back");
    expect(readFileSync(/Its former text is in (.+)\.$/.exec(error.help)?.[1] ?? "", "utf8")).toBe(changes[1]?.before);
  });

  it("refuses a file that changed since it was read, before anything is written", async () => {
    const root = directory();
    writeFileSync(join(root, "b.md"), "mine\n");
    expect((await refusal(root)).message).toContain("it changed since it was read");
    expect(texts(root)).toEqual([changes[0]?.before, "mine\n", changes[2]?.before]);
  });

  it("refuses a link that leaves the root, and what is gone", async () => {
    const outside = temporaryDirectory({ "c.md": changes[2]?.before ?? "" });
    const root = temporaryDirectory({ "a.md": changes[0]?.before ?? "", "b.md": changes[1]?.before ?? "" });
    expect((await refusal(root)).message).toContain("it is no longer there");
    symlinkSync(join(outside, "c.md"), join(root, "c.md"));
    expect((await refusal(root)).message).toContain("leaves the repository");
    expect(readFileSync(join(outside, "c.md"), "utf8")).toBe(changes[2]?.before);
  });

  it("leaves what a process of the same number left alone, and needs no name of it", async () => {
    const root = directory();
    writeFileSync(join(root, `b.md.queue-lint-${process.pid}-00000000.new`), "somebody's");
    await writeFilesAtomically(changes, root);
    expect(readdirSync(root)).toEqual(["a.md", "b.md", `b.md.queue-lint-${process.pid}-00000000.new`, "c.md"]);
  });
});

it("of a fix that this user did not begin, such as files of the repository, is not finished", async () => {
  const run = "4194999-0a1b2c3d";
  for (const signature of ["", `-${"0".repeat(32)}`]) {
    const root = directory();
    const text = readFileSync(join(root, "a.md"), "utf8");
    writeFileSync(join(root, `a.md.queue-lint-${run}${signature}.old`), text);
    writeFileSync(join(root, `a.md.queue-lint-${run}${signature}.new`), "Take every task.\n");
    writeFileSync(join(root, `b.md.queue-lint-${run}${signature}.old`), "");
    expect(await finishFiles(["a.md", "b.md"], root)).toEqual({ written: [], kept: [], foreign: ["a.md", "b.md"] });
    expect(readFileSync(join(root, "a.md"), "utf8")).toBe(text);
  }
});
