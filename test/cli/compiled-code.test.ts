import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { version } from "../../src/core/version.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { program } from "./program.ts";

/**
 * A program of its own, which has not run yet. The code that other processes keep beside the shared program is left out:
 * its files come and go while they run.
 */
function freshProgram(): string {
  const folder = temporaryDirectory();
  const source = dirname(program());
  cpSync(source, folder, { recursive: true, filter: (path) => path !== compiled(source) });
  return folder;
}

const compiled = (folder: string): string => join(folder, "chunks/compiled");
const kept = (folder: string): string[] =>
  existsSync(compiled(folder))
    ? readdirSync(compiled(folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [];
const start = (folder: string, env: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "cli.cjs"), "--version"], {
    env: { ...process.env, CI: undefined, ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};
const asked = { status: 0, stdout: `${version}\n`, stderr: "" };
/** From Node 22.1 on it is Node itself that keeps the code, and looks whether it is sound. */
const ours = !("enableCompileCache" in module);

it("is kept beside the program, for the version of Node that made it", () => {
  const folder = freshProgram();
  expect(start(folder)).toEqual(asked);
  const files = kept(folder);
  expect(files.length).toBeGreaterThan(0);
  if (ours)
    expect(
      files.every((file) =>
        file.startsWith(
          join(compiled(folder), `${process.version}-${process.platform}-${process.arch}-${process.versions.v8}/`),
        ),
      ),
    ).toBe(true);
  expect(start(folder)).toEqual(asked);
  expect(kept(folder)).toEqual(files);
});

const inQuotes = new RegExp(`(["'\`])${version.replaceAll(".", "\\.")}\\1`, "g");

it.runIf(ours)("is what runs: another source of the same length is not even compiled (needs Node before 22.1)", () => {
  const folder = freshProgram();
  start(folder);
  const chunks = readdirSync(join(folder, "chunks"))
    .filter((name) => name.endsWith(".cjs"))
    .map((name) => join(folder, "chunks", name));
  for (const chunk of chunks)
    writeFileSync(
      chunk,
      readFileSync(chunk, "utf8").replaceAll(inQuotes, (words) => words.replaceAll(/\d/g, "9")),
    );
  expect(start(folder)).toEqual(asked);
  rmSync(compiled(folder), { recursive: true });
  expect(start(folder).stdout).toBe(`${version.replaceAll(/\d/g, "9")}\n`);
});

it.runIf(ours)("gets the functions of another command, and is not written for ever (needs Node before 22.1)", () => {
  const folder = freshProgram();
  const times = (count: number, ...args: readonly string[]): void => {
    for (let run = 0; run < count; run += 1)
      spawnSync(process.execPath, [join(folder, "cli.cjs"), ...args], { env: { ...process.env, CI: undefined } });
  };
  const files = (): Map<string, number> => new Map(kept(folder).map((file) => [file, statSync(file).ino]));
  times(3, "--version");
  const before = files();
  const size = (all: Iterable<string>): number => [...all].reduce((sum, file) => sum + statSync(file).size, 0);
  const small = size(before.keys());
  times(1, "--version");
  expect(files()).toEqual(before);
  times(1, "--help");
  expect(size(before.keys())).toBeGreaterThan(small + 1000);
});

it.each<[string, (bytes: Buffer) => Buffer]>([
  ["is cut off", (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ["is empty", () => Buffer.alloc(0)],
  [
    "has a wrong byte",
    (bytes) => Buffer.concat([bytes.subarray(0, 100), Buffer.from([(bytes[100] ?? 0) ^ 0x55]), bytes.subarray(101)]),
  ],
  ["was never code", (bytes) => Buffer.alloc(bytes.length, "x")],
])("is made anew when it %s", (_, damage) => {
  const folder = freshProgram();
  start(folder);
  const files = kept(folder);
  for (const file of files) writeFileSync(file, damage(readFileSync(file)));
  expect(start(folder)).toEqual(asked);
  expect(kept(folder)).toEqual(files);
  if (ours) for (const file of files) expect(readFileSync(file).length).toBeGreaterThan(200);
  expect(start(folder)).toEqual(asked);
});

it("is not written in CI, and the program runs without a word where it cannot be", () => {
  const folder = freshProgram();
  expect(start(folder, { CI: "true" })).toEqual(asked);
  expect(kept(folder)).toEqual([]);
  mkdirSync(join(folder, "chunks"), { recursive: true });
  writeFileSync(compiled(folder), "a file where the folder should be");
  expect(start(folder)).toEqual(asked);
});

it("is kept of no code that imports anything: it could not, the next time", () => {
  const importing = readdirSync(join(dirname(program()), "chunks")).filter((name) => {
    if (!name.endsWith(".cjs")) return false;
    const file = ts.createSourceFile(
      name,
      readFileSync(join(dirname(program()), "chunks", name), "utf8"),
      ts.ScriptTarget.ES2023,
    );
    const imports = (node: ts.Node): boolean =>
      (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) ||
      (ts.forEachChild(node, (child) => imports(child) || undefined) ?? false);
    return imports(file);
  });
  expect(importing).toEqual([expect.stringMatching(/^import-module-/)]);
});
