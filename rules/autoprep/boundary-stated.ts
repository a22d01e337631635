import {
  defineRule,
  insertAfterLine,
  isBlank,
  lineEnd,
  noOptions,
  sourceLines,
  type BoundaryClaim,
  type Edit,
  type Facts,
  type Fix,
  type SectionClaim,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require the manual-only section to state its boundary",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    missing: {
      message: "“{section}” is manual-only, but does not say so.",
      fact: "no line under the heading says that only a person may pick from it",
      help: "Write below the heading: **Boundary**: manual promotion only, not auto-prep.",
    },
    unclear: {
      message: "The boundary of “{section}” does not forbid an automatic pick.",
      fact: "the line names no limit that a picker could recognise, such as “manual promotion only”",
      help: "Write: **Boundary**: manual promotion only, not auto-prep.",
    },
    allowed: {
      message: "The boundary of “{section}” allows an automatic pick.",
      fact: "the section is manual-only: whatever is below it waits for a person",
      help: "Take the permission out, or give the heading another role.",
    },
  },
  check({ claims, facts, report }) {
    const boundaries = claims.of("boundary");
    for (const section of claims.of("section")) {
      if (section.role !== "manual") continue;
      const stated = boundaries.find((boundary) => boundary.section === section.title);
      const data = { section: section.title };
      if (stated === undefined) {
        const edits = boundaryBelow(section, facts);
        report("missing", section, {
          data,
          fix:
            edits === undefined
              ? undefined
              : { kind: "safe", description: "Add the boundary line below the heading.", edits },
        });
      } else if (stated.sense === "allows") report("allowed", stated, { data });
      else if (stated.sense !== "forbids") {
        report("unclear", stated, {
          data,
          ...(stated.sense === "open" ? {} : { fix: addition(stated) }),
        });
      }
    }
  },
});

/** What the line says now may be meant, so nothing is added to it unasked. */
function addition({ location: { path, endOffset } }: BoundaryClaim): Fix {
  const edit = { path, offset: endOffset, endOffset, text: " Manual promotion only, not auto-prep." };
  return { kind: "suggest", description: "Add “Manual promotion only, not auto-prep.” to the line.", edits: [edit] };
}

/** The line as a paragraph of its own; undefined below a heading that is underlined or is in a quote. */
function boundaryBelow({ extent, location }: SectionClaim, facts: Facts): readonly Edit[] | undefined {
  const source = sourceLines(extent.path, facts);
  if (source?.text.charAt(extent.offset) !== "#") return undefined;
  const end = lineEnd(source, location.endOffset);
  const next = end + source.ending.length;
  const last = next >= source.text.length || isBlank(source, next) ? [] : [""];
  return [insertAfterLine(source, end, ["", "**Boundary**: manual promotion only, not auto-prep.", ...last])];
}
