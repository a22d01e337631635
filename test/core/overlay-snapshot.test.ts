import { expect, it } from "vitest";
import { overlaySnapshot } from "../../src/core/overlay-snapshot.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

it("reads the texts that lie over it, and everything else as before", () => {
  const snapshot = memorySnapshot({ "a.md": "one", "docs/b.md": "two" });
  const overlay = overlaySnapshot(snapshot, new Map([["a.md", "1"]]));
  expect(overlay.read("a.md")).toMatchObject({ ok: true, text: "1" });
  expect(overlay.read("docs/b.md")).toEqual(snapshot.read("docs/b.md"));
  expect(overlay.read("c.md")).toMatchObject({ ok: false, reason: "missing" });
  expect(overlay.entries("")).toEqual(snapshot.entries(""));
  expect(overlay.glob(["**/*.md"])).toEqual(["a.md", "docs/b.md"]);
  expect({ root: overlay.root, tree: overlay.tree, today: overlay.today }).toEqual({
    root: snapshot.root,
    tree: snapshot.tree,
    today: snapshot.today,
  });
});
