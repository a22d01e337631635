import fc from "fast-check";
import { expect, it } from "vitest";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { lintSnapshot } from "../../src/api/lint-snapshot.ts";
import { fix } from "../../src/lint.ts";
import { rules } from "../../rules/index.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const titles = ["Seat maps", "Refund rules", "Night mode", "Waiting lists"];
const slug = (title: string): string => title.toLowerCase().replace(" ", "-");
const spec = (title: string): string =>
  `# Feature specification: ${title}\n\nVisitors get what the title says, on every device they own.\n`;
const specs = Object.fromEntries(
  [...titles, "Halls"].map((title, index) => [`specs/00${index + 1}-${slug(title)}/spec.md`, spec(title)]),
);

const blocks = fc.uniqueArray(
  fc.constantFrom(
    "- **Priority**: P1\n- **Problem**: on paper",
    "- **Anchors**:\n  - `specs/`\n  - `docs/`",
    "Some words *here*\nand there",
    "```js\nconst x = 1;\n\n  y();\n```",
    "| a | b |\n|---|---|\n| c | d |",
    "> quoted [link](../a.md)\n> more",
    "<!-- a\n\ncomment -->",
    "1. one\n2. two\n   - three",
    "* star\n\n  loose\n* again",
    "    indented code",
    "[ref]: https://example.org",
    "---",
  ),
  { maxLength: 4 },
);
const shapes = fc.constantFrom(
  "### T",
  "### T (P2)",
  "### P1 — T ###",
  "### T → Spec N",
  "- `T`",
  "- `T`: more words,\n  and yet more",
  "- **T** — (really)",
  "- [ ] T: a box",
  "- [P0] `T` (formerly Old T): words",
  "- T -> Spec N (`S`): words",
  "* `T`:",
);
const entries = fc.uniqueArray(fc.record({ title: fc.constantFrom(...titles), shape: shapes, body: blocks }), {
  selector: ({ title }) => title,
  minLength: 1,
});

/** The words of a document, without markup and order; ranks and markers aside. */
function words(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]{2,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function entryText({ title, shape, body }: { title: string; shape: string; body: readonly string[] }): string {
  const line = shape
    .replace("Old T", `Old ${slug(title)}`)
    .replace(/\bT\b/, title)
    .replace("Spec N", `Spec 00${titles.indexOf(title) + 1}`)
    .replace("`S`", `\`${slug(title)}\``);
  const indent = line.startsWith("#") ? "" : "  ";
  return [
    line,
    ...body.map((block) =>
      block
        .split("\n")
        .map((one) => (one === "" ? "" : indent + one))
        .join("\n"),
    ),
  ].join("\n\n");
}

it("moves entries of every shape without losing a word, an entry or a former title", () => {
  const promoted = fc.constantFrom(
    "",
    "None yet.",
    "- Halls -> Spec 005 (`halls`)",
    "1. Halls -> Spec 005 (`halls`)\n   - note",
    "* Halls -> Spec 005 (`halls`)\n\n  loose words",
  );
  const layout = fc.record({
    entries,
    promoted,
    first: fc.boolean(),
    ending: fc.constantFrom("\n", "\r\n", "\r"),
    bom: fc.boolean(),
    last: fc.constantFrom("", "\n", "\n\n\n"),
  });
  fc.assert(
    fc.property(layout, ({ entries: all, promoted: lines, first, ending, bom, last }) => {
      // Bullets stand above the headings, as they would belong to one otherwise.
      const ordered = [
        ...all.filter(({ shape }) => !shape.startsWith("#")),
        ...all.filter(({ shape }) => shape.startsWith("#")),
      ];
      const sections = [["## Active", ...ordered.map(entryText)].join("\n\n"), `## Promoted to spec\n\n${lines}`];
      const text =
        (bom ? "\uFEFF" : "") +
        ["# Queue", ...(first ? sections.reverse() : sections)].join("\n\n").replaceAll("\n", ending) +
        last;
      const snapshot = memorySnapshot({ "docs/product/spec-candidates.md": text, ...specs });
      const config = resolveConfig({}, { snapshot, rules });
      const reported = lintSnapshot(snapshot).findings.filter(({ rule }) => rule === "active/not-specced");
      const result = fix({ snapshot, config }, ({ rule }) => rule === "active/not-specced");
      const after = result.changes[0]?.after ?? text;
      const kept = words(after);
      for (const [word, count] of words(text))
        expect(kept.get(word) ?? 0, `${word} of\n${text}\nin\n${after}`).toBeGreaterThanOrEqual(count);
      const left = result.report.findings.filter(
        ({ rule, fix: more }) => rule === "active/not-specced" && more !== undefined,
      );
      expect(left, after).toEqual([]);
      // A priority in the title and another one in a field cannot both be kept.
      if (!all.some(({ shape, body }) => /P\d/.test(shape) && body.join("").includes("Priority")))
        expect(result.fixed.length, text).toBe(reported.length);
    }),
    { numRuns: 60 },
  );
});
