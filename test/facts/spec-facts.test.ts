import { describe, expect, it } from "vitest";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { SpecFacts } from "../../src/core/fact.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { specFacts } from "../../src/facts/spec-facts.ts";
import { memorySnapshot, type MemoryFile } from "../memory-snapshot.ts";

function specs(
  files: Readonly<Record<string, MemoryFile>>,
  wrap: (snapshot: Snapshot) => Snapshot = (snapshot) => snapshot,
): SpecFacts {
  const snapshot = wrap(memorySnapshot(files));
  return specFacts(snapshot, resolveConfig({}, { snapshot, rules: [] }).settings);
}

function directories(...names: readonly string[]): Readonly<Record<string, MemoryFile>> {
  return Object.fromEntries(names.map((name) => [`specs/${name}/`, ""]));
}

describe("spec directories", () => {
  it("are told from others by their name; files, links and hidden ones are neither", () => {
    const files: Readonly<Record<string, MemoryFile>> = {
      ...directories("043-seat-maps", "0044-halls", "_archive", "templates", ".cache", "45-"),
      "specs/README.md": "",
      "specs/046-gone": { reason: "broken", detail: "nothing there" },
    };
    const found = specs(files);
    expect(found.all.map(({ text, number, digits, slug, path }) => [text, number, digits, slug, path])).toEqual([
      ["043-seat-maps", 43, "043", "seat-maps", "specs/043-seat-maps"],
      ["0044-halls", 44, "0044", "halls", "specs/0044-halls"],
    ]);
    expect(found.unrecognised.map(({ text, location }) => [text, location.path])).toEqual([
      ["45-", "specs/45-"],
      ["templates", "specs/templates"],
    ]);
  });

  it("are as wide as most of them", () => {
    expect(specs(directories("1-a", "002-b", "003-c")).width).toBe(3);
    expect(specs(directories("0001-a", "0002-b", "003-c")).width).toBe(4);
  });

  it("may share a number", () => {
    const found = specs(directories("043-seat-maps", "043-halls"));
    expect(found.numbered(43).map(({ slug }) => slug)).toEqual(["halls", "seat-maps"]);
    expect(found.numbered(44)).toEqual([]);
  });

  it("need a spec root", () => {
    expect(specs({ "README.md": "" })).toMatchObject({ root: undefined, all: [], unrecognised: [] });
    expect(specs(directories("043-seat-maps")).root).toBe("specs");
  });
});

describe("a slug", () => {
  it("may begin with a number of its own", () => {
    const found = specs(directories("021-roadmap", "022-2027-roadmap"));
    expect(found.slugged("2027-roadmap")?.number).toBe(22);
    expect(found.slugged("022-2027-roadmap")?.number).toBe(22);
    expect(found.slugged("021-roadmap")?.number).toBe(21);
  });
});

describe("a title", () => {
  it("does not stand for a package with a longer name", () => {
    const found = specs(directories("249-customer-review-workspace", "258-customer-review-workspace-productization"));
    expect(found.titled("Customer Review Workspace v1")?.number).toBe(249);
    expect(found.titled("Customer Review Workspace Productization v1")?.number).toBe(258);
    expect(found.titled("Customer Review Workspace v2")).toBeUndefined();
    expect(found.titled("Customer Review")).toBeUndefined();
  });

  it("is compared exactly before a first version is left out", () => {
    const found = specs({
      "specs/001-a/spec.md": "# Seat maps v1\n",
      "specs/002-b/spec.md": "# Seat maps\n",
      "specs/003-c/spec.md": "# Halls v1\n",
    });
    expect(found.titled("Seat maps")?.number).toBe(2);
    expect(found.titled("Seat Maps v1")?.number).toBe(1);
    expect(found.titled("Halls")?.number).toBe(3);
    expect(found.titled("Halls v2")).toBeUndefined();
  });

  it("without a word fits nothing", () => {
    expect(specs({ "specs/001-a/spec.md": "# —\n", "specs/002-b/": "" }).titled("…")).toBeUndefined();
  });
});

describe("the nearest package", () => {
  const found = specs(directories("043-seat-maps", "043-seating-plan", "044-halls", "0-ui"));

  it.each([
    ["043-something-else-entirely", "043-seat-maps"],
    ["043-seating-plans", "043-seating-plan"],
    ["099-seat-mpas", "043-seat-maps"],
    ["seat-map", "043-seat-maps"],
    ["04halls", "044-halls"],
    ["099-invoices", undefined],
    ["099-qa", undefined],
  ])("to %s is %s", (name, nearest) => {
    expect(found.nearest(name)?.text).toBe(nearest);
  });
});

describe("contents", () => {
  it("are the files of the package; without them everything about them is unknown", () => {
    const found = specs({
      "specs/001-a/spec.md": "# A\n",
      "specs/001-a/tasks.md": "- [x] a\n",
      "specs/001-a/checklists/ux.md": "- [ ] b\n",
      "specs/002-b/spec.md/x": "",
      "specs/003-c/spec.md": { reason: "encoding", detail: "byte 3" },
      "specs/004-d/spec.md": { reason: "broken", detail: "nothing there" },
    }).all;
    expect(found.map(({ specFile, title, substantial, tasks }) => [specFile, title, substantial, tasks])).toEqual([
      ["specs/001-a/spec.md", "A", false, { done: 1, open: 0, deferred: 0, dropped: 0 }],
      [undefined, undefined, undefined, undefined],
      ["specs/003-c/spec.md", undefined, undefined, undefined],
      [undefined, undefined, undefined, undefined],
    ]);
    expect(found[0]?.files).toEqual(["checklists", "spec.md", "tasks.md"]);
  });

  it("are listed and read when they are asked for, once", () => {
    const asked: string[] = [];
    const found = specs(
      { "specs/001-a/spec.md": "# A\n", "specs/002-b/spec.md": "# B\n", "specs/002-b/tasks.md": "" },
      (snapshot) => ({
        ...snapshot,
        entries: (path) => (asked.push(path), snapshot.entries(path)),
        read: (path) => (asked.push(path), snapshot.read(path)),
      }),
    );
    asked.length = 0;
    expect([found.has(2), found.slugged("b")?.number, found.nearest("2-b")?.number, found.titled("B")?.number]).toEqual(
      [true, 2, 2, 2],
    );
    expect(asked).toEqual([]);
    expect([
      found.all[1]?.files,
      found.all[1]?.specFile,
      found.all[1]?.title,
      found.all[1]?.substantial,
      found.all[1]?.title,
    ]).toContain("B");
    expect(asked).toEqual(["specs/002-b", "specs/002-b/spec.md"]);
  });
});
