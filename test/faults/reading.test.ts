import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runFaulty, type Fault } from "./faults.ts";
import { wrongRepository } from "./repository.ts";

const queue = "docs/product/spec-candidates.md";
const audit = (root: string, ...faults: readonly Fault[]) => runFaulty(["--quiet"], { cwd: root, faults });
const reading = "(read|readdir|open|stat|lstat)(File)?(Sync)?";

describe("a machine that cannot read", () => {
  it.each([
    [
      "a document",
      { call: "readFileSync|readSync", path: "spec-candidates", error: "EIO" },
      "the disk reports an error",
    ],
    [
      "a spec",
      { call: "readFileSync|readSync", path: "001-halls/spec\\.md", error: "ESTALE" },
      "the file server has lost it",
    ],
    ["the directory of the specs", { call: "readdirSync", path: "/specs$", error: "EIO" }, "the disk reports an error"],
    [
      "the directory of a spec",
      { call: "readdirSync", path: "/001-halls$", error: "EMFILE" },
      "too many files are open",
    ],
    ["the root", { call: "readdirSync", path: "queue-lint-[^/]+$", error: "ENOMEM" }, "there is no memory left"],
  ])("%s: says so with status 2, and finds nothing", async (_, fault, words) => {
    const { status, out, err } = await audit(wrongRepository(), { ...fault, nth: 0 });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(
      new RegExp(
        `^queue-lint: The repository cannot be read: ${words} \\(${fault.error}\\)\\.\n  at \\S+\n  Run it again; when it stays so, see to the machine\\.\n$`,
      ),
    );
  });

  it("fixes nothing either", async () => {
    const root = wrongRepository();
    const { status, err } = await runFaulty(["--fix"], {
      cwd: root,
      faults: [{ call: "readFileSync|readSync", path: "roadmap", nth: 0, error: "EIO" }],
    });
    expect({ status, err: err.split("\n")[1] }).toEqual({
      status: 2,
      err: `  at ${join(root, "docs/product/roadmap.md")}`,
    });
  });
});

describe("specs that may not be read", () => {
  it.each([
    [
      "all of them",
      { call: "readdirSync", path: "/specs$" },
      { detail: "specs cannot be listed: permission denied", place: "specs" },
    ],
    [
      "the directory of one",
      { call: "readdirSync", path: "/001-halls$" },
      { detail: "specs/001-halls cannot be listed: permission denied", place: "specs/001-halls" },
    ],
    [
      "one file",
      { call: "readFileSync|openSync", path: "001-halls/spec\\.md" },
      { detail: "permission denied", place: "specs/001-halls/spec.md" },
    ],
  ])("%s: is no reason to call them missing", async (_, fault, { detail, place }) => {
    expect(await audit(wrongRepository(), { ...fault, nth: 0, error: "EACCES" })).toEqual({
      status: 2,
      out: "",
      err: `queue-lint: The specs cannot be read: ${detail}.\n  at ${place}\n  Make them readable for the user who runs the audit, or set \`specs\` to false if they live in another repository.\n`,
    });
  });

  it("a document that may not be read is a finding: only the document says less", async () => {
    const { status, out } = await audit(wrongRepository(), {
      call: "readFileSync|openSync",
      path: "roadmap\\.md",
      nth: 0,
      error: "EACCES",
    });
    expect(status).toBe(1);
    expect(out).toContain("docs/product/roadmap.md:1:1  error  scope/input-readable");
    expect(out).toContain("permission denied");
  });
});

describe("a tree that changes during the audit", () => {
  const vanished = (path: string): string =>
    `queue-lint: The tree changed during the audit: it was there, and is gone.\n  at ${path}\n  Run it again.\n`;

  it.each([
    [
      "a document",
      { shell: "rm docs/product/roadmap.md", path: "docs/product/roadmap.md" },
      { call: reading, path: "roadmap\\.md$" },
    ],
    [
      "a spec file",
      { shell: "rm specs/001-halls/spec.md", path: "specs/001-halls/spec.md" },
      { call: reading, path: "001-halls/spec\\.md$" },
    ],
    [
      "a directory of a spec",
      { shell: "rm -r specs/001-halls", path: "specs/001-halls" },
      { call: reading, path: "/001-halls$" },
    ],
    ["the directory of the specs", { shell: "rm -r specs", path: "specs" }, { call: reading, path: "/specs$" }],
    [
      "a directory that becomes a file",
      { shell: "rm -r specs; touch specs", path: "specs" },
      { call: reading, path: "/specs$" },
    ],
  ])("%s that vanishes between listing and reading is not called missing", async (_, { shell, path }, fault) => {
    const root = wrongRepository();
    expect(await audit(root, { ...fault, shell: `cd ${root}; ${shell}` })).toEqual({
      status: 2,
      out: "",
      err: vanished(join(root, path)),
    });
    expect((await audit(root)).status).not.toBe(2);
  });

  it("the root itself: words, status 2", async () => {
    const root = wrongRepository();
    const { status, out, err } = await audit(root, { call: "readdirSync", path: "/docs$", shell: `rm -r ${root}` });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toBe(vanished(join(root, "docs")));
  });

  it("a file that is replaced is read before or after, and never by halves", async () => {
    const root = wrongRepository();
    const other = "# Queue\n\n**Specs**: 1\n\n## Active\n\nNone.\n\n## Promoted\n\n- Halls -> Spec 001\n";
    writeFileSync(join(root, "other.md"), other);
    for (const call of ["openSync", "readSync", "closeSync"]) {
      const { status, out, err } = await audit(root, {
        call,
        path: "spec-candidates",
        shell: `cp ${join(root, "other.md")} ${join(root, queue)}`,
      });
      expect({ status, err }).toEqual({ status: 0, err: "" });
      expect(out).not.toContain("internal");
    }
  });

  it("names that are no UTF-8 are no vanished files", async () => {
    const root = wrongRepository();
    mkdirSync(Buffer.concat([Buffer.from(`${root}/specs/002-`), Buffer.from([0xff])]));
    expect((await audit(root)).status).not.toBe(2);
  });
});

describe.skipIf(process.platform === "win32")("special files among the specs (needs POSIX)", () => {
  it("a directory without a right is told from an empty one for who is not the superuser, too", async () => {
    const root = wrongRepository();
    mkdirSync(join(root, "specs/002-empty"));
    chmodSync(join(root, "specs/002-empty"), 0o755);
    expect((await audit(root)).status).toBe(0);
  });
});
