import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/core/errors.ts";
import { findRoot } from "../../src/source/find-root.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

describe("findRoot", () => {
  it.each([
    ".git/HEAD",
    ".git",
    "queue-lint.config.json",
    "queue-lint.config.jsonc",
    "queue-lint.config.yaml",
    "queue-lint.config.yml",
  ])("stops at %s", (marker) => {
    const root = temporaryDirectory({ ".git/HEAD": "", [`repo/${marker}`]: "{}", "repo/a/b/c.md": "" });
    expect(findRoot(join(root, "repo/a/b"))).toBe(join(root, "repo"));
  });

  it("stops at a package.json only when it has the key", () => {
    const root = temporaryDirectory({ "package.json": '{"queue-lint":{}}', "packages/a/package.json": "{}" });
    expect(findRoot(join(root, "packages/a"))).toBe(root);
  });

  it("stays where it is when nothing above is a repository", () => {
    const root = temporaryDirectory({ "a/b.md": "" });
    expect(findRoot(join(root, "a"))).toBe(join(root, "a"));
  });

  it("takes the named directory, whatever stands above", () => {
    const root = temporaryDirectory({ ".git/HEAD": "", "a/b/c.md": "" });
    expect(findRoot(root, "a/b")).toBe(join(root, "a/b"));
    expect(findRoot("/", join(root, "a"))).toBe(join(root, "a"));
  });

  it.each([
    ["nowhere", "does not exist"],
    ["file.md", "not a directory"],
    ["", "empty"],
    ["loop", "ELOOP"],
    ["a\0b", "cannot be opened"],
    ["file.md/x", "cannot be opened"],
  ])("refuses %j", (named, words) => {
    const root = temporaryDirectory({ "file.md": "" });
    symlinkSync("loop", join(root, "loop"));
    expect(() => findRoot(root, named)).toThrow(UsageError);
    expect(() => findRoot(root, named)).toThrow(words);
  });
});
