import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadResult } from "../../src/core/snapshot.ts";
import { openWorkTree } from "../../src/source/work-tree.ts";
import { sizeLimit } from "../../src/source/read-text.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { temporaryDirectory } from "./temporary-directory.ts";
import { today, open, kinds, plain } from "./opened-work-tree.ts";

describe("read", () => {
  it("keeps byte-order mark, line endings and trailing spaces", () => {
    const { tree } = open({ "a.md": "\uFEFF# A  \r\nb\r" });
    expect(tree.read("a.md")).toMatchObject({ ok: true, text: "\uFEFF# A  \r\nb\r" });
  });

  it("identifies content, not files", () => {
    const { tree } = open({ "a.md": "same", "b.md": "same", "c.md": "other" });
    const ids = ["a.md", "b.md", "c.md"].map((path) => {
      const result = tree.read(path);
      return result.ok ? result.id : "";
    });
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  it.each([
    ["a lone byte", [0x41, 0xff], "offset 1"],
    ["only a bad byte", [0xff], "byte 0xff at offset 0"],
    ["an incomplete sequence at the end", [0x41, 0x42, 0xef, 0xbf], "offset 2"],
    ["an incomplete sequence inside", [0xe4, 0x20, 0x41], "offset 0"],
    ["a surrogate", [0x61, 0xed, 0xa0, 0x80], "offset 1"],
    ["a bad byte behind a replacement character", [0xef, 0xbf, 0xbd, 0xc0], "offset 3"],
    ["UTF-16", [0xff, 0xfe, 0x41, 0x00], "offset 0; it looks like UTF-16"],
  ])("names the offset of %s", (_, bytes, words) => {
    const { tree } = open({ "a.md": Uint8Array.from(bytes) });
    const result = tree.read("a.md");
    expect(result).toMatchObject({ ok: false, reason: "encoding", detail: expect.stringContaining(words) });
  });

  it("reads every UTF-8 text as it is", () => {
    const root = temporaryDirectory();
    let count = 0;
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const name = `${(count += 1)}.md`;
        writeFileSync(join(root, name), text, "utf8");
        expect(openWorkTree(root, { today }).read(name)).toMatchObject({ ok: true, text });
      }),
      { numRuns: 25 },
    );
  });

  it("refuses a file beyond the limit with its size", () => {
    const { tree, root } = open({ "a.md": "" });
    truncateSync(join(root, "a.md"), sizeLimit + 1);
    expect(tree.read("a.md")).toEqual({
      ok: false,
      reason: "too-large",
      detail: "it has 16777217 bytes; the limit is 16777216 (16 MiB)",
    });
  });

  it("never opens a named pipe", () => {
    const { tree, root } = open();
    execFileSync("mkfifo", [join(root, "pipe.md")]);
    expect(kinds(tree, "")).toEqual(["pipe.md special"]);
    expect(tree.read("pipe.md")).toEqual({ ok: false, reason: "unreadable", detail: "it is a named pipe, not a file" });
    expect(tree.glob(["*"])).toEqual([]);
  });

  it("says what is there instead of a file", () => {
    const { tree } = open({ "docs/a.md": "A" });
    expect(tree.read("docs")).toMatchObject({ reason: "directory" });
    expect(tree.read("")).toMatchObject({ reason: "directory" });
    expect(tree.read("docs/b.md")).toMatchObject({ reason: "missing" });
    expect(tree.read("docs/A.md")).toMatchObject({ reason: "missing" });
    expect(tree.read("docs/a.md/x")).toMatchObject({ reason: "missing" });
    expect(tree.read("a\0b")).toMatchObject({ reason: "missing" });
    expect(tree.read("./docs//a.md")).toMatchObject({ ok: true });
  });

  it.each(["../a.md", "docs/../../a.md", "/etc/passwd", "C:\\a.md", "..\\a.md"])(
    "answers %s without looking",
    (path) => {
      expect(open({ "docs/a.md": "" }).tree.read(path)).toMatchObject({ ok: false, reason: "outside" });
    },
  );

  it.skipIf(process.seteuid === undefined)("tells what may not be read from what is missing (needs POSIX)", () => {
    const { tree, root } = open({ "a.md": "A", "closed/b.md": "B" });
    chmodSync(root, 0o755);
    chmodSync(join(root, "a.md"), 0o000);
    chmodSync(join(root, "closed"), 0o000);
    const before = process.geteuid?.() ?? 0;
    if (before === 0) process.seteuid?.(65534);
    try {
      expect(tree.read("a.md")).toEqual({ ok: false, reason: "unreadable", detail: "permission denied" });
      expect(tree.read("closed/b.md")).toEqual({
        ok: false,
        reason: "unreadable",
        detail: "closed cannot be listed: permission denied",
      });
      expect(tree.entries("closed")).toEqual([]);
    } finally {
      if (before === 0) process.seteuid?.(0);
      chmodSync(join(root, "closed"), 0o755);
    }
  });
});

describe("glob", () => {
  it("finds files only, dot files too, but nothing installed or of git", () => {
    const { tree } = open({
      "a.md": "",
      ".github/x.md": "",
      "node_modules/p/y.md": "",
      "sub/node_modules/z.md": "",
      ".git/w.md": "",
      "d.md/": "",
    });
    expect(tree.glob(["**/*.md"])).toEqual([".github/x.md", "a.md"]);
    expect(tree.glob(["**/*.md", "!.github/**"])).toEqual(["a.md"]);
    expect(tree.glob(["sub"])).toEqual([]);
  });

  it("matches nothing for a pattern that leaves the repository or cannot be used", () => {
    const parent = temporaryDirectory({ "repo/a.md": "", "b.md": "" });
    const tree = openWorkTree(join(parent, "repo"), { today });
    for (const pattern of [
      "../*.md",
      "{..,.}/*.md",
      "/etc/*",
      "",
      "!*.md",
      "x".repeat(70_000),
      "{a,b}".repeat(40),
      "{1..9}".repeat(40),
    ])
      expect(tree.glob([pattern])).toEqual([]);
    expect(tree.glob([])).toEqual([]);
    expect(tree.glob([".{.,x}/*.md"])).toEqual([]);
  });

  it("agrees with the snapshot that tests use", () => {
    const files = {
      "a.md": "a",
      ".github/skills/x/SKILL.md": "s",
      "docs/[1].md": "1",
      "specs/001-a/spec.md": "s",
      "Docs/B.md": "b",
    };
    const memory = memorySnapshot(files, { today });
    const { tree } = open(files);
    for (const patterns of [
      ["**/*.md"],
      ["*.md"],
      [".github/skills/**/*.md"],
      ["specs/*/spec.md"],
      ["docs/*"],
      ["{docs,Docs}/*.md"],
      ["a.md"],
      ["**", "!**/*.md"],
    ]) {
      expect(tree.glob(patterns)).toEqual(memory.glob(patterns));
    }
    for (const directory of ["", "docs", "specs/001-a", "none"])
      expect(tree.entries(directory)).toEqual(memory.entries(directory));
    for (const path of [...Object.keys(files), "docs", "none.md", "../x"])
      expect(plain(tree.read(path))).toEqual(plain(memory.read(path)));
  });
});

it("opens a directory without reading it", () => {
  const { tree, root } = open({ "a.md": "" });
  mkdirSync(join(root, "late"));
  expect(kinds(tree, "")).toEqual(["a.md file", "late directory"]);
});

it("puts down what it reads by the name that git gives to it, so that other trees need not read it again", () => {
  const blobs = new Map<string, ReadResult>();
  const root = temporaryDirectory({ "a.md": "a\n", "ü.md": "\uFEFFgrün\r\n", "empty.md": "", "bad.md": "" });
  writeFileSync(join(root, "bad.md"), Buffer.from([0xff]));
  const tree = openWorkTree(root, { today, blobs });
  for (const path of ["a.md", "ü.md", "empty.md", "bad.md", "none.md"]) tree.read(path);
  const named = (path: string): string =>
    execFileSync("git", ["hash-object", "--no-filters", path], { cwd: root, encoding: "utf8" }).trim();
  expect([...blobs.keys()]).toEqual(["a.md", "ü.md", "empty.md"].map(named));
  expect(blobs.get(named("ü.md"))).toBe(tree.read("ü.md"));
});
