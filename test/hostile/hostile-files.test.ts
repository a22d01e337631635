import { execFileSync } from "node:child_process";
import { closeSync, ftruncateSync, linkSync, mkdirSync, openSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, type Ran } from "../cli/run.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

const queue = "docs/product/spec-candidates.md";
const ledger = "docs/product/implementation-ledger.md";
const sound = {
  [queue]: "# Spec candidates\n\n## Active\n\nNone.\n\n## Promoted\n\n- Themes -> Spec 001 (`themes`)\n",
  [ledger]: "# Ledger\n\n| Title | Status |\n|---|---|\n| Themes | specced |\n",
  "specs/001-themes/spec.md": "# Feature specification: Themes\n\nPeople choose the colours of every page they look at.\n",
};

const repository = (more: Readonly<Record<string, string>> = {}): string => temporaryDirectory({ ...sound, ...more });
const audit = (root: string): Promise<Ran> => run(["--quiet", "--no-cache"], { cwd: root });

/** A file of that many bytes that takes no room on the disk. */
function sparse(path: string, bytes: number): void {
  const file = openSync(path, "w");
  ftruncateSync(file, bytes);
  closeSync(file);
}

const gibibyte = 1024 ** 3;

describe("a file of 1 GiB", () => {
  it.each([queue, ledger])("in place of %s is reported, and not read", async (path) => {
    const root = repository();
    sparse(join(root, path), gibibyte);
    const { code, out } = await audit(root);
    expect({ code, named: out.includes(`${path}:1:1  error  scope/input-readable`), why: out.includes("it has 1073741824 bytes; the limit is 16777216 (16 MiB)") }).toEqual({ code: 1, named: true, why: true });
  });

  it("in place of a spec file says nothing about its spec, and finds nothing", async () => {
    const root = repository();
    sparse(join(root, "specs/001-themes/spec.md"), gibibyte);
    expect(await audit(root)).toMatchObject({ code: 0, err: "" });
  });

  it("in place of a configuration is refused", async () => {
    const root = repository();
    sparse(join(root, "queue-lint.config.json"), gibibyte);
    const { code, err } = await audit(root);
    expect({ code, why: err.includes("16 MiB") }).toEqual({ code: 2, why: true });
  });
});

describe.skipIf(process.platform === "win32")("links (no Windows)", () => {
  it.each([
    ["a directory to itself", "specs/002-loop", "002-loop"],
    ["a directory to its parent", "specs/002-up", ".."],
    ["a spec to the root", "specs/002-root", "../"],
  ])("%s ends the walk", async (_, at, to) => {
    const root = repository();
    symlinkSync(to, join(root, at));
    expect([0, 1]).toContain((await audit(root)).code);
  });

  it("two directories to each other end the walk", async () => {
    const root = repository();
    symlinkSync("003-b", join(root, "specs/002-a"));
    symlinkSync("002-a", join(root, "specs/003-b"));
    expect([0, 1]).toContain((await audit(root)).code);
  });

  it("never show what stands outside of the repository", async () => {
    const secret = temporaryDirectory({ "secret.md": "# Spec candidates\n\n## Active\n\n### The launch codes\n\n- **Priority**: P1\n" });
    const root = repository();
    rmSync(join(root, queue));
    symlinkSync(join(secret, "secret.md"), join(root, queue));
    symlinkSync(secret, join(root, "specs/002-secret"));
    const { code, out, err } = await audit(root);
    expect(code).not.toBe(0);
    expect(out + err).not.toContain("launch codes");
  });

  it.each([[queue], [ledger], ["specs/001-themes/spec.md"], ["specs/001-themes/tasks.md"], ["queue-lint.config.json"]])("a device and a pipe in place of %s are never opened", async (path) => {
    for (const make of [(at: string) => symlinkSync("/dev/zero", at), (at: string) => execFileSync("mkfifo", [at])]) {
      const root = repository();
      rmSync(join(root, path), { force: true });
      make(join(root, path));
      expect([0, 1, 2]).toContain((await audit(root)).code);
    }
  });
});

describe("a great number", () => {
  it("of files beside the specs and among them is only listed", async () => {
    const root = repository();
    mkdirSync(join(root, "data"));
    // A further name of a file is made and removed sooner than a further file; a file system gives it some 65,000.
    for (const folder of ["data", "specs"]) {
      const first = join(root, folder, "0.txt");
      writeFileSync(first, "");
      for (let index = 1; index < 50_000; index += 1) linkSync(first, join(root, folder, `${index}.txt`));
    }
    expect(await audit(root)).toMatchObject({ code: 0, err: "" });
  });

  it("of entries is read to the last", async () => {
    const entries = Array.from({ length: 50_000 }, (_, index) => `- **Title number ${index}**: words\n`).join("");
    const root = repository({ [queue]: `${sound[queue]}\n## Deferred\n\n${entries}` });
    const { code, out } = await audit(root);
    expect(code).toBe(0);
    expect(Number(/examined (\d+) claims/.exec(out)?.[1])).toBeGreaterThan(50_000);
  });
});

describe("a .git file", () => {
  it.each([
    ["to a place that is not there", "gitdir: /nowhere/at/all\n"],
    ["to itself", "gitdir: .git\n"],
    ["outside of the repository", "gitdir: ../../../../../../etc\n"],
    ["with no sense", "\0\u0001words\n"],
  ])("that points %s leaves the history open, and the audit goes on", async (_, text) => {
    const root = repository({ ".git": text });
    expect(await audit(root)).toMatchObject({ code: 0, err: "" });
    const staged = await run(["--staged", "--quiet"], { cwd: root });
    expect({ code: staged.code, stack: staged.err.includes("    at ") }).toEqual({ code: 2, stack: false });
  });
});
