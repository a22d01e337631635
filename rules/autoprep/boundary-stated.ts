import { defineRule, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require the manual-only section to state its boundary",
    severity: "error",
    class: "fact",
    since: "0.1.0",
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
  },
  check({ claims, report }) {
    const boundaries = claims.of("boundary");
    for (const section of claims.of("section")) {
      if (section.role !== "manual") continue;
      const stated = boundaries.find((boundary) => boundary.section === section.title);
      if (stated === undefined) report("missing", section, { data: { section: section.title } });
      else if (!stated.recognised) report("unclear", stated, { data: { section: section.title } });
    }
  },
});
