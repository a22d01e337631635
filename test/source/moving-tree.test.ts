import { expect, it } from "vitest";
import { MovingTree } from "../../src/source/git/moving-tree.ts";

const file = (path: string, id = "1") => ({ path, mode: "100644", id });
const shape = (moving: MovingTree, tree = moving.take()) =>
  Object.fromEntries(
    [...tree.children.keys()].map((path) => [path, [...(tree.children.get(path)?.keys() ?? [])].sort()]),
  );

it("comes to the same as a tree of the files that are left", () => {
  const tree = new MovingTree([
    file("a.md"),
    file("specs/001-a/spec.md"),
    file("specs/001-a/tasks.md"),
    file("specs/002-b/spec.md"),
  ]);
  tree.apply([
    { ...file("specs/001-a/spec.md"), id: undefined },
    { ...file("specs/001-a/tasks.md"), id: undefined },
    file("specs/003-c/deep/x.md"),
    file("a.md", "2"),
  ]);
  expect(shape(tree)).toEqual(
    shape(new MovingTree([file("a.md"), file("specs/002-b/spec.md"), file("specs/003-c/deep/x.md")])),
  );
  expect(tree.take().byPath.get("a.md")?.id).toBe("2");
});

it("lets a file become a directory and the reverse, in any order of the changes", () => {
  const tree = new MovingTree([file("a"), file("b/c")]);
  tree.apply([file("a/x"), { ...file("a"), id: undefined }, file("b"), { ...file("b/c"), id: undefined }]);
  expect(shape(tree)).toEqual({ "": ["a", "b"], a: ["x"] });
  expect([...tree.take().byPath.keys()].sort()).toEqual(["a/x", "b"]);
});

it("leaves trees that were taken before as they were, and names anew what changed alone", () => {
  const moving = new MovingTree([file("specs/001-a/spec.md"), file("specs/002-b/spec.md"), file("docs/a.md")]);
  const before = moving.take();
  moving.apply([file("specs/001-a/spec.md", "2"), file("specs/001-a/tasks.md")]);
  const after = moving.take();
  expect([
    before.byPath.get("specs/001-a/spec.md")?.id,
    [...(before.children.get("specs/001-a")?.keys() ?? [])],
  ]).toEqual(["1", ["spec.md"]]);
  expect([...(after.children.get("specs/001-a")?.keys() ?? [])]).toEqual(["spec.md", "tasks.md"]);
  const same = (directory: string): boolean => before.versions.get(directory) === after.versions.get(directory);
  expect(["", "specs", "specs/001-a", "specs/002-b", "docs"].map(same)).toEqual([false, false, false, true, true]);
});
