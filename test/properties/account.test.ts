import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { accountOf } from "../../src/claims/queue/account.ts";
import { noteKinds } from "../../src/claims/queue/note-kind.ts";
import { queueSections } from "../../src/claims/queue/queue-sections.ts";
import { readSections } from "../../src/claims/queue/read-sections.ts";
import { sectionExtent } from "../../src/claims/queue/raw-entry.ts";
import { unreadInQueue } from "../../src/claims/queue/unread.ts";
import { parseDocument } from "../../src/documents/parse-document.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const path = "docs/product/spec-candidates.md";
const settings = resolveConfig({}, { snapshot: memorySnapshot({ [path]: "" }), rules: [] }).settings;

/** Pieces of a queue, each with a mark of its own in the place of `@`, so that it can be found again. */
const pieces = fc.constantFrom(
  "- **Kiln timer @**: rings.",
  "- Wheel booking @",
  "1. Tool library @",
  "- [ ] Clay stock @",
  "- Glaze table @ -> Spec 012",
  "- Glaze table @ Spec 012",
  "- Glaze table @ ->",
  "- In the first year @:\n  - Firing log q@q -> Spec 013\n  - a note r@r",
  "- None @",
  "| Candidate | Priority |\n|---|---|\n| Shelf labels @ | P1 |",
  "| Wish | Word |\n|---|---|\n| Shelf labels @ | red |",
  "| Shelf labels @ | P1 |",
  "### Raku workshop @\n\n- **Priority**: P1\n- a bullet s@s",
  "### P0 — group @",
  "### Removed @ things",
  "<!-- a comment -->",
  "<li>Item @</li>",
  "> A quote @",
  "**Label @**",
  "Words without an end @",
  "A sentence @ that ends.",
  "The following were removed @:",
  "```\ncode @\n```",
  "---",
);
const heading = fc.constantFrom("Active", "Manual promotion only", "Deferred", "Promoted to Spec", "Superseded");
const documents = fc
  .tuple(heading, fc.array(fc.tuple(pieces, fc.boolean()), { minLength: 1, maxLength: 12 }))
  .map(([title, parts]) => {
    const lines = parts.map(([piece, spaced], index) => piece.replaceAll("@", `x${index}x`) + (spaced ? "\n" : ""));
    return `# Spec candidates\n\n## ${title}\n\n${lines.join("\n")}\n`;
  });

function read(text: string) {
  const document = parseDocument(text, { path, role: "queue" });
  return { document, sections: readSections(queueSections(document, settings), settings) };
}

describe("nothing passes unread", () => {
  it("each item, row and paragraph of a section with a role is in an entry, a record, a note of a named kind, or unread", () => {
    fc.assert(
      fc.property(documents, (text) => {
        const { sections } = read(text);
        const places = sections.flatMap((section) => [
          ...section.entries.map(({ extent }) => extent),
          ...accountOf(section, settings).map(({ location }) => location),
          ...groupsIn(section.section),
          // An underline makes a heading of a paragraph: what is below it is in a section that scope/unknown-section reports.
          ...(section.role === undefined ? [sectionExtent(section.section)] : []),
        ]);
        for (const { index } of text.matchAll(/x\d+x/g)) {
          const isHeld = places.some(({ offset, endOffset }) => offset <= index && index < endOffset);
          expect(isHeld, `${text}\n${text.slice(index, index + 20)}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("and none of them is two of these", () => {
    fc.assert(
      fc.property(documents, (text) => {
        const { sections } = read(text);
        for (const section of sections) {
          const parts = accountOf(section, settings);
          const offsets = parts.map(({ location }) => location.offset);
          expect(new Set(offsets).size).toBe(offsets.length);
          for (const { as, location } of parts) {
            expect([...noteKinds, "unread"]).toContain(as);
            expect(section.entries.some(({ extent }) => within(location.offset, extent))).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["- Wheel booking\n- Tool library", ["Wheel booking", "Tool library"]],
    ["| Wish | Word |\n|---|---|\n| Shelf labels | red |", ["Shelf labels | red"]],
    ["Words without an end", ["Words without an end"]],
    ["<ul><li>Shelf labels</li></ul>", ["<ul><li>Shelf labels</li></ul>"]],
    ["- Nothing yet\n\nA sentence that ends.\n\n> Shelf labels\n\n<!-- Shelf labels -->", []],
    ["- `src/kiln.ts` – where the timer is\n- see the minutes\n- Note: Ada knows", []],
  ])("of %j, unread is %j", (body, expected) => {
    const { sections } = read(`# Q\n\n## Active\n\n${body}\n`);
    expect(unreadInQueue(sections, settings).map(({ text }) => text)).toEqual(expected);
  });
});

type Section = ReturnType<typeof read>["document"]["root"];

/** Headings gather entries, or are one. */
function groupsIn(section: Section): Section["location"][] {
  return section.children.flatMap((child) => [child.location, ...groupsIn(child)]);
}

function within(offset: number, extent: { offset: number; endOffset: number }): boolean {
  return extent.offset <= offset && offset < extent.endOffset;
}
