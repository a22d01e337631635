import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { pathFromRoot } from "../../src/source/path-from-root.ts";
import { usageErrorOf } from "../config/usage-error-of.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

let root = "";
beforeEach(() => {
  root = temporaryDirectory({ "docs/queue.md": "" });
});

describe("a path", () => {
  it("is read against the working directory and given from the root", () => {
    expect(pathFromRoot("b.json", { cwd: root, root })).toBe("b.json");
    expect(pathFromRoot("b.json", { cwd: join(root, "docs"), root })).toBe("docs/b.json");
    expect(pathFromRoot("../b.json", { cwd: join(root, "docs"), root })).toBe("b.json");
    expect(pathFromRoot(join(root, "new/deep/b.json"), { cwd: "/", root })).toBe("new/deep/b.json");
  });

  it("is the same through a symbolic link to the root", () => {
    const elsewhere = temporaryDirectory({});
    symlinkSync(root, join(elsewhere, "link"));
    expect(pathFromRoot("docs/b.json", { cwd: join(elsewhere, "link"), root })).toBe("docs/b.json");
    expect(pathFromRoot("docs/b.json", { cwd: root, root: join(elsewhere, "link") })).toBe("docs/b.json");
  });

  it("may begin with two dots that lead nowhere else", () => {
    mkdirSync(join(root, "..data"), { recursive: true });
    expect(pathFromRoot("..data/b.json", { cwd: root, root })).toBe("..data/b.json");
  });

  it.each(["../b.json", "/b.json", ".", "docs/../..", " "])(
    "is refused outside the root or as the root itself: “%s”",
    (path) => {
      expect(usageErrorOf(() => pathFromRoot(path, { cwd: root, root })).message).toMatch(/outside|empty/);
    },
  );

  it("is none when none is given", () => {
    expect([pathFromRoot(undefined, { cwd: root, root }), pathFromRoot(false, { cwd: root, root })]).toEqual([
      undefined,
      false,
    ]);
  });
});
