import { expect, it } from "vitest";
import type { Section } from "../../src/core/document.ts";
import { parseDocument } from "../../src/documents/parse-document.ts";
import { walkSections } from "../../src/documents/walk-sections.ts";

const before =
  "# Q\n\n## Active\n\n### Seat maps\n\nWords.\n\n- **Priority**: P1\n\n## Deferred\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n## Promoted\n\n- Audit log -> Spec 1\n\n## Superseded\n\n- Old export\n";

/** Headings of the sections that are the very same objects in the second version of a document. */
function same(path: string, after: string): string[] {
  const sections = (text: string): Section[] => [...walkSections(parseDocument(text, { path, role: "queue" }).root)];
  const known = new Set(sections(before));
  return sections(after)
    .filter((section) => known.has(section))
    .map((section) => section.heading.plain);
}

it("keeps the sections in which nothing changed or moved, with those below them", () => {
  expect(same("one.md", before)).toEqual(["Q", "Active", "Seat maps", "Deferred", "Promoted", "Superseded"]);
  expect(same("two.md", before.replace("-> Spec 1\n", "-> Spec 1\n- Gates -> Spec 2\n"))).toEqual([
    "Active",
    "Seat maps",
    "Deferred",
  ]);
  expect(same("three.md", before.replace("Words.", "Other words."))).toEqual([]);
  expect(same("four.md", before.replace("| 1 | 2 |", "| 1 | 2 |\n| 3 | 4 |"))).toEqual(["Active", "Seat maps"]);
});

it("makes a section anew whose anchor is another one, although it stands where it stood", () => {
  const slugs = (text: string): string[] =>
    [...walkSections(parseDocument(text, { path: "five.md", role: "queue" }).root)].map(({ slug }) => slug);
  expect(slugs("## Gate maps\n\nOne.\n\n## Seat maps\n\nTwo.\n")).toEqual(["", "gate-maps", "seat-maps"]);
  expect(slugs("## Seat maps\n\nOne.\n\n## Seat maps\n\nTwo.\n")).toEqual(["", "seat-maps", "seat-maps-1"]);
});

it("keeps what comes to the same as a document that was never seen", () => {
  const after = before.replace("- **Priority**: P1", "- **Priority**: P2").replace("Old export", "Older export");
  parseDocument(before, { path: "known.md", role: "queue" });
  const plain = (path: string): unknown =>
    JSON.parse(JSON.stringify(parseDocument(after, { path, role: "queue" })).replaceAll(path, "PATH")) as unknown;
  expect(plain("known.md")).toEqual(plain("fresh.md"));
});
