import path from "node:path";
import { expect, it } from "vitest";
import { pathBelow } from "../../src/core/path-below.ts";

it.each([
  [["Z:\\work"], "Z:\\work\\docs\\queue.md", "docs/queue.md"],
  [["Z:\\work", "\\\\server\\share\\work"], "\\\\server\\share\\work\\docs\\queue.md", "docs/queue.md"],
  [["Z:\\work"], "\\\\server\\share\\work\\docs\\queue.md", undefined],
  [["Z:\\work"], "C:\\work\\docs\\queue.md", undefined],
  [["Z:\\work"], "Z:\\other\\queue.md", undefined],
  [["Z:\\work"], "z:\\WORK\\queue.md", "queue.md"],
  [["Z:\\work"], "Z:\\work", ""],
  [["Z:\\work"], "Z:\\work\\..notes\\a.md", "..notes/a.md"],
])("on Windows, of %j, %s is %s", (roots, absolute, below) => {
  expect(pathBelow(roots, absolute, path.win32)).toBe(below);
});

it.each([
  [["/work"], "/work/docs/queue.md", "docs/queue.md"],
  [["/link", "/work"], "/work/docs/queue.md", "docs/queue.md"],
  [["/work"], "/workshop/queue.md", undefined],
  [["/work"], "/", undefined],
])("elsewhere, of %j, %s is %s", (roots, absolute, below) => {
  expect(pathBelow(roots, absolute, path.posix)).toBe(below);
});
