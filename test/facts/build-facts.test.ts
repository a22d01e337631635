import { describe, expect, it } from "vitest";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { Facts } from "../../src/core/fact.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { buildFacts } from "../../src/facts/build-facts.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

function facts(files: Record<string, string>, wrap: (snapshot: Snapshot) => Snapshot = (snapshot) => snapshot): Facts {
  const snapshot = wrap(memorySnapshot(files));
  return buildFacts(snapshot, resolveConfig({}, { snapshot, rules: [] }).settings);
}
const specs = (spec: string, tasks = ""): Facts["specs"]["all"][number] | undefined =>
  facts({ "specs/007-a-b/spec.md": spec, "specs/007-a-b/tasks.md": tasks }).specs.all[0];

describe("spec packages", () => {
  it("are found by number, slug and title", () => {
    const found = facts({
      "specs/043-seat-maps/spec.md": "# Feature Specification: Maps of seats\n",
      "specs/044-halls/spec.md": "",
      "specs/drafts/x.md": "",
      "specs/README.md": "",
      "specs/.git/x": "",
    }).specs;
    expect(found.all.map(({ digits, slug }) => [digits, slug])).toEqual([
      ["043", "seat-maps"],
      ["044", "halls"],
    ]);
    expect(found.unrecognised.map(({ text }) => text)).toEqual(["drafts"]);
    expect(found.has(43)).toBe(true);
    expect(found.slugged("043-seat-maps")).toBe(found.slugged("seat-maps"));
    expect(found.titled("Seat Maps v1")?.number).toBe(43);
    expect(found.titled("Maps of Seats")?.number).toBe(43);
    expect(found.titled("Seat maps v2")).toBeUndefined();
    expect(found.titled("Seat")).toBeUndefined();
    expect(found.nearest("044-seat-map")?.number).toBe(44);
    expect(found.nearest("099-seat-map")?.number).toBe(43);
    expect(found.nearest("099-something-else")).toBeUndefined();
  });

  it("read no file before it is asked for", () => {
    const read: string[] = [];
    const watched = (snapshot: Snapshot): Snapshot => ({
      ...snapshot,
      read: (path) => (read.push(path), snapshot.read(path)),
    });
    const found = facts({ "specs/043-seat-maps/spec.md": "# A\n", "specs/044-halls/spec.md": "# B\n" }, watched).specs;
    expect(found.has(44) && found.slugged("halls") !== undefined).toBe(true);
    expect(read).toEqual([]);
    expect([found.numbered(44)[0]?.title, found.numbered(44)[0]?.title]).toEqual(["B", "B"]);
    expect(read).toEqual(["specs/044-halls/spec.md"]);
  });

  it.each([
    ["**Status**: Draft", "Draft"],
    ["**Status:** Implemented  ", "Implemented"],
    ["> Status: `Approved`", "Approved"],
    ["- Status: Done", "Done"],
    ["Statuses: none", undefined],
  ])("read the status line %j", (line, status) => {
    expect(specs(`# A\n\n${line}\n`)?.status).toBe(status);
  });

  it("count boxes, but no checklists, fences and comments", () => {
    const tasks =
      "- [x] a\n* [X] b\n  - [ ] c\n1. [~] d\n- [-] e\n- [!] f\n- [link](x)\n```\n- [ ] no\n```\n<!--\n- [ ] no\n-->\n";
    expect(specs("# A\n", tasks)?.tasks).toEqual({ done: 2, open: 2, deferred: 2, dropped: 0 });
  });

  it.each([
    ["# Feature Specification: [FEATURE NAME]\n\nSome prose that is long enough to count as prose.\n", false],
    ["# A\n\n## Requirements\n", false],
    ["# A\n\n[To be written]\n", false],
    ["# A\n\nVisitors choose their seat on a map of the hall.\n", true],
    ["# Α\n\nОписание того, что увидит посетитель на карте зала.\n", true],
  ])("tell a spec from its template: %j", (text, substantial) => {
    expect(specs(text)?.substantial).toBe(substantial);
  });
});

describe("paths", () => {
  const { paths } = facts({
    "docs/product/queue.md": "",
    "docs/product/Roadmap.md": "",
    "src/app.ts": "",
    "README.md": "",
  });
  const from = "docs/product/queue.md";

  it.each([
    ["src/app.ts", true],
    ["/src/app.ts", true],
    ["./Roadmap.md", true],
    ["../../README.md", true],
    ["Roadmap.md", true],
    ["src/", true],
    ["src", true],
    ["src/*.ts", true],
    ["docs/**/queue.md", true],
    ["src/app.ts/", false],
    ["src/missing.ts", false],
    ["nowhere/*.ts", false],
    ["../../../etc/passwd", "unknown"],
  ])("%s exists: %s", (target, exists) => {
    expect(paths.resolve(target, from).exists).toBe(exists);
  });

  it("know the right case and the nearest name", () => {
    expect(paths.resolve("docs/Product/roadmap.md", from)).toEqual({
      exists: false,
      actual: "docs/product/Roadmap.md",
      difference: "case",
    });
    expect(paths.resolve("src/ap.ts", from)).toEqual({ exists: false, nearest: "src/app.ts" });
  });

  it("call a path plausible when its first folder stands at the root or beside the document", () => {
    expect(["SRC/x.ts", "product/x", "docs/x", "queue.md"].map((target) => paths.plausible(target, from))).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
});

it.each([
  ['{ "scripts": { "test": "x" } }', ["test"]],
  ["{}", []],
  ["{", undefined],
])("scripts of %j", (text, names) => {
  const { scripts } = facts({ "package.json": text });
  expect(scripts === undefined ? undefined : [...scripts]).toEqual(names);
});
