import fc from "fast-check";
import { rules } from "../../rules/index.ts";
import { hostileText } from "./hostile-text.ts";

const nothing = fc.constant("");
const title = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "Seat maps",
      "Hall plans",
      "Row letters",
      "Berth calendar",
      "Offline tickets",
      "Harbour search v1",
      "R&D export",
      "Booking: refunds",
    ),
  },
  { weight: 2, arbitrary: hostileText },
);
const spec = fc.constantFrom(
  "Spec 1",
  "Spec 012",
  "`001-a`",
  "Specs 1-3",
  "Specs 001–004, 7",
  "Spec 2 and Spec 3",
  "Specs 1/2",
  "spec 999",
  "PR #12",
  "#34",
  "Spec 0",
  "S1",
);
const day = fc.constantFrom(
  "2026-11-20",
  "2026-13-01",
  "2025-02-29",
  "20 November 2026",
  "yesterday",
  "2026-11-23T10:00:00Z",
  "Q3 2026",
);
const word = fc.constantFrom(
  "implemented",
  "planned",
  "in progress",
  "partial",
  "shipped",
  "closed",
  "Draft",
  "approved",
  "done",
  "¯\\_(ツ)_/¯",
);
const field = fc.constantFrom(
  "Priority",
  "Status",
  "Problem",
  "Why now",
  "Why manual promotion only",
  "Anchors",
  "Depends on",
  "Dependencies",
  "Boundary",
  "Auto-prep",
  "Review",
  "Review after",
  "Reason",
  "Intent",
  "Gap",
  "Last reviewed",
  "Basis",
  "Next trigger",
);
const value = fc.oneof(
  fc.constantFrom(
    "P1",
    "P2",
    "P0/P1",
    "1",
    "12",
    "none",
    "TBD",
    "yes",
    "no",
    "`docs/product/roadmap.md`",
    "[there](roadmap.md#now)",
    "docs/../../x",
  ),
  title,
  spec,
  day,
  word,
  hostileText,
);

function line(...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  return fc
    .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)))
    .map((texts) => texts.join(""));
}

const mark = fc.constantFrom("- ", "* ", "  - ", "1. ", "> - ", "\t- ", "- [ ] ", "- [x] ", "    ");
const section = fc.constantFrom(
  "Active",
  "Active candidates",
  "Manual promotion only",
  "Deferred",
  "Promoted to spec",
  "Superseded",
  "Now",
  "Next",
  "Later",
  "Queue (3)",
  "Notes",
  "Removed",
);

/** Lines of a queue: sections, entries of every shape, fields, promotions, removal records. */
export const queueLine: fc.Arbitrary<string> = fc.oneof(
  line(fc.constantFrom("## ", "### ", "# ", "#### "), fc.oneof(section, title)),
  line(
    mark,
    fc.constantFrom("**", "`", "[", ""),
    title,
    fc.constantFrom("**", "`", "](x.md)", ""),
    fc.oneof(
      nothing,
      line(fc.constantFrom(" -> ", " → ", ": ", " — ", " moved to ", " superseded by "), fc.oneof(spec, title)),
    ),
  ),
  line(mark, "**", field, fc.constantFrom("**: ", ":** ", "**:", ": ", "** "), value),
  line("**", field, "**: ", value),
  line(
    fc.constantFrom(
      "Removed since then:",
      "Already covered:",
      "The queue holds three active candidates.",
      "There are no active candidates.",
      "None.",
      "- none",
      "*(empty)*",
    ),
    nothing,
  ),
  line(title, " was promoted to ", spec, " on ", day, "."),
  hostileText,
);

/** Lines of roadmap and ledger: tables, lists, counts, reported roles. */
export const tableLine: fc.Arbitrary<string> = fc.oneof(
  line("| ", title, " | ", word, " | ", fc.oneof(spec, value), " |"),
  line(
    "| ",
    fc.constantFrom("Capability", "Feature", "Title", "Spec", "#"),
    " | ",
    fc.constantFrom("Status", "State", "Stage"),
    " | ",
    fc.constantFrom("Evidence", "Spec", "Notes", "Posture"),
    " |",
  ),
  fc.constantFrom(
    "|---|---|---|",
    "|:-:|",
    "| --- | --- |",
    "|",
    "```mermaid",
    "stateDiagram-v2",
    "  planned --> implemented",
    "```",
    "1. Draft: not begun",
    "- `planned`: nobody works on it",
  ),
  line("## ", fc.oneof(section, fc.constantFrom("Status words", "2026 Q3", "Shipped", "Order", "Legend"))),
  line(mark, title, fc.constantFrom(": ", " — ", " (", " -> "), fc.oneof(word, spec, day)),
  line(fc.constantFrom("**Last reviewed**: ", "Last updated: ", "As of "), day),
  line(
    "There are ",
    fc.constantFrom("3", "12", "no", "three", "99999999999999999999"),
    " ",
    word,
    " specs and ",
    fc.constantFrom("2", "two"),
    " active candidates.",
  ),
  queueLine,
);

/** Lines of a spec package: tasks, markers, status, deferrals. */
export const taskLine: fc.Arbitrary<string> = fc.oneof(
  line(
    mark,
    fc.constantFrom("[ ]", "[x]", "[X]", "[~]", "[-]", "[!]", "[]", "[ x ]", "[\t]"),
    " ",
    fc.constantFrom("T001", "T1", "T0001a", "", "T999 [P] [US1]"),
    " ",
    fc.oneof(title, hostileText),
  ),
  line("**Status**: ", fc.oneof(word, value)),
  fc.constantFrom(
    "[NEEDS CLARIFICATION: which]",
    "[NEEDS CLARIFICATION",
    "```",
    "~~~",
    "<!-- - [ ] T1 -->",
    "---",
    "status: done",
    "## Deferred",
    "## Tasks",
    "- [ ]",
    "- [x]",
  ),
  line("## ", title),
  hostileText,
);

const ruleName = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...rules.map(({ id }) => id)) },
  { weight: 1, arbitrary: hostileText },
);

/** Comments that disable rules, and what looks like them. */
export const commentLine: fc.Arbitrary<string> = line(
  fc.constantFrom("<!-- ", "<!--", "<!--\n", "> <!-- ", "- <!-- ", "`<!-- ", "text <!-- "),
  fc.constantFrom(
    "queue-lint-disable-next-line",
    "queue-lint-disable",
    "queue-lint-disable-file",
    "queue-lint-enable",
    "queue-lint-",
    "queue-lint-disable-line",
    "queue-lint-DISABLE",
  ),
  fc.constantFrom(" ", "\n", "", ", "),
  ruleName,
  fc.constantFrom("", ", ", " , ", ",,"),
  fc.oneof(nothing, ruleName),
  fc.constantFrom("", " until 2026-12-01", " until 2020-01-01", " until", " until soon"),
  fc.constantFrom("", " -- ", " --", " — ", " ---- "),
  fc.oneof(nothing, title, hostileText),
  fc.constantFrom(" -->", "-->", "--->", " --", "", " --!>"),
);
