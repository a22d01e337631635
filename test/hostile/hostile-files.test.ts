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
  "specs/001-themes/spec.md":
    "# Feature specification: Themes\n\nPeople choose the colours of every page they look at.\n",
};

const repository = (more: Readonly<Record<string, string>> = {}): string => temporaryDirectory({ ...sound, ...more });
const audit = (root: string, flags = ["--quiet"]): Promise<Ran> => run([...flags, "--no-cache"], { cwd: root });
/** The findings that are printed: the rule, and the truth that it saw; the sentence where that says it. */
const said = ({ out }: Ran): string[] =>
  [...out.matchAll(/^\S+:\d+:\d+ {2}\w+ {2}(\S+)\n {2}(.*)\n(?: {2}claim .*\n)?(?: {2}truth {2}(.*)$)?/gm)].map(
    ([, rule = "", sentence = "", truth]) => `${rule}: ${truth ?? sentence}`,
  );

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
    expect({
      code,
      named: out.includes(`${path}:1:1  error  scope/input-readable`),
      why: out.includes("it has 1073741824 bytes; the limit is 16777216 (16 MiB)"),
    }).toEqual({ code: 1, named: true, why: true });
  });

  it("in place of a spec file is reported with its size", async () => {
    const root = repository();
    sparse(join(root, "specs/001-themes/spec.md"), gibibyte);
    const { code, out, err } = await audit(root);
    expect({ code, err, named: out.includes("specs/001-themes/spec.md:1:1  error  scope/input-readable") }).toEqual({
      code: 1,
      err: "",
      named: true,
    });
  });

  it("in place of a configuration is refused", async () => {
    const root = repository();
    sparse(join(root, "queue-lint.config.json"), gibibyte);
    const { code, err } = await audit(root);
    expect({ code, why: err.includes("16 MiB") }).toEqual({ code: 2, why: true });
  });
});

describe.skipIf(process.platform === "win32")("links (needs POSIX)", () => {
  const promoted = { [queue]: `${sound[queue]}- Loop -> Spec 002 (\`loop\`)\n` };
  const nothing = "promotion/spec-exists: specs has no 002-loop";
  const empty = "promotion/spec-substance: specs/002-loop has no spec.md";

  it.each([
    ["a directory to itself", { "specs/002-loop": "002-loop" }, nothing],
    ["two directories to each other", { "specs/002-loop": "003-back", "specs/003-back": "002-loop" }, nothing],
    ["a directory to its parent", { "specs/002-loop": ".." }, empty],
    ["a directory to the one that holds it", { "specs/002-loop": "." }, empty],
    ["a spec to the root", { "specs/002-loop": "../" }, empty],
  ])("%s change nothing by themselves, and say what they are when a line points at them", async (_, links, words) => {
    const [root, pointed] = [repository(), repository(promoted)];
    for (const [at, to] of Object.entries(links)) for (const one of [root, pointed]) symlinkSync(to, join(one, at));
    expect(await audit(root)).toEqual(await audit(repository()));
    expect(said(await audit(pointed, []))).toEqual([words]);
  });

  it("never show what stands outside of the repository", async () => {
    const secret = temporaryDirectory({
      "secret.md": "# Spec candidates\n\n## Active\n\n### The launch codes\n\n- **Priority**: P1\n",
    });
    const root = repository();
    rmSync(join(root, queue));
    symlinkSync(join(secret, "secret.md"), join(root, queue));
    symlinkSync(secret, join(root, "specs/002-secret"));
    const { code, out, err } = await audit(root);
    expect(code).not.toBe(0);
    expect(out + err).not.toContain("launch codes");
  });

  const special = [
    ["a device", "it is a symbolic link that leaves the repository"],
    ["a named pipe", "it is a named pipe, not a file"],
  ] as const;
  const replaced = (path: string, what: (typeof special)[number][0]): string => {
    const root = repository();
    rmSync(join(root, path), { force: true });
    if (what === "a device") symlinkSync("/dev/zero", join(root, path));
    else execFileSync("mkfifo", [join(root, path)]);
    return root;
  };

  describe.each(special)("to %s or what is one", (what, words) => {
    it.each([queue, ledger])("in place of %s is reported as what it is, and never opened", async (path) => {
      const ended = await audit(replaced(path, what));
      expect({ code: ended.code, said: said(ended) }).toEqual({ code: 1, said: [`scope/input-readable: ${words}`] });
      expect(ended.out).toContain(`${path}:1:1  error  scope/input-readable\n`);
    });

    it("in place of a spec is no spec, and never opened", async () => {
      const ended = await audit(replaced("specs/001-themes/spec.md", what), []);
      expect({ code: ended.code, said: said(ended) }).toEqual({
        code: 1,
        said: ["promotion/spec-substance: specs/001-themes has no spec.md", `scope/input-readable: ${words}`],
      });
    });

    it("in place of another file of a spec is reported as what it is, and never opened", async () => {
      const ended = await audit(replaced("specs/001-themes/tasks.md", what));
      expect({ code: ended.code, said: said(ended) }).toEqual({ code: 1, said: [`scope/input-readable: ${words}`] });
    });

    it("in place of a configuration is refused with what it is, and never opened", async () => {
      expect(await audit(replaced("queue-lint.config.json", what))).toEqual({
        code: 2,
        out: "",
        err: `queue-lint: The configuration cannot be read: it is ${what}, not a file.\n  at queue-lint.config.json\n  Make the file readable.\n`,
      });
    });
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
    expect(Number(/^(\d+) claims: /m.exec(out)?.[1])).toBeGreaterThan(50_000);
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
