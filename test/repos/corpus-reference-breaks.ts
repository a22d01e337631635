import {
  addActive,
  edit,
  inQueue,
  inRoadmap,
  insertAfter,
  ledger,
  lineOf,
  queue,
  roadmap,
  without,
  type Break,
} from "./corpus-break.ts";

export const referenceBreaks: readonly Break[] = [
  {
    name: "a promoted line twice",
    make: inQueue((text) =>
      insertAfter(
        text,
        /^- Provider Boundary Hardening/,
        text.split("\n")[lineOf(text, /^- Provider Boundary Hardening/) - 1] ?? "",
      ),
    ),
    expected: [["reference/entry-unique", queue, /^$/]],
  },
  {
    name: "an anchor to a file that is gone",
    make: (files) => without(files, "specs/252-platform-localization-v1/spec.md"),
    expected: [["reference/anchor-exists", queue, "specs/252-platform-localization-v1/spec.md"]],
  },
  {
    name: "an anchor in another case",
    make: inQueue((text) =>
      text
        .replace("`docs/product/roadmap.md`\n- ", "`docs/product/roadmap.md`\n- ")
        .replace("  - `docs/product/roadmap.md`", "  - `docs/product/Roadmap.md`"),
    ),
    expected: [["reference/anchor-exists", queue, "docs/product/Roadmap.md"]],
  },
  {
    name: "a basis document that is gone",
    make: inQueue((text) => text.replace("**Basis**: `implementation-ledger.md`", "**Basis**: `delivery-ledger.md`")),
    expected: [["reference/basis-exists", queue, "**Basis**"]],
  },
  {
    name: "a range with gaps",
    make: inQueue((text) =>
      text.replace("refreshed Spec 043 and Specs 251-260 now", "refreshed Spec 043 and Specs 251-265 now"),
    ),
    expected: [["reference/range-complete", queue, "251-265"]],
  },
  {
    name: "a reference to a spec that does not exist",
    make: inQueue((text) => text.replace("follow-up from Spec 109", "follow-up from Spec 119")),
    expected: [["reference/spec-known", queue, "Spec 119"]],
  },
  {
    name: "a number used twice",
    make: (files) => ({
      ...files,
      "specs/241-another-thing/spec.md":
        "# Feature Specification: Another Thing\n\nIt does another thing, for everyone, in every tenant.\n",
    }),
    expected: [["reference/number-unique", "specs/241-support-diagnostic-pack", /^/]],
  },
  {
    name: "a directory without a number",
    make: (files) => ({ ...files, "specs/another-thing/spec.md": "# Feature Specification: Another Thing\n" }),
    expected: [["reference/directory-shape", "specs/another-thing", /^/]],
  },
  {
    name: "a section nobody knows",
    make: inQueue((text) => text.replace("## Candidate Rules", "## Zebra Crossing")),
    expected: [["scope/unknown-section", queue, "## Zebra Crossing"]],
  },
  {
    name: "a section twice",
    make: inQueue((text) => `${text}\n## Deferred\n\nNothing.\n`),
    expected: [["scope/required-section", queue, /^## Deferred$/]],
  },
  {
    name: "no active section",
    make: inQueue((text) => text.replace("## Active Candidate Queue", "## Notes")),
    expected: [["scope/required-section", queue, /^/]],
  },
  {
    name: "a queue that calls itself archived",
    make: inQueue((text) => text.replace("> **Status:** Active", "> **Status:** Archived, see the tracker")),
    expected: [["scope/document-active", queue, "**Status:** Archived"]],
  },
  {
    name: "a roadmap that calls itself superseded",
    make: (files) => edit(files, roadmap, (text) => text.replace("> **Status:** Active", "> **Status:** Superseded")),
    expected: [["scope/document-active", roadmap, "**Status:** Superseded"]],
  },
  {
    name: "a reference without a number",
    make: inQueue((text) => text.replace("follow-up from Spec 109", "follow-up from Spec TBD")),
    expected: [["scope/unparsed-reference", queue, "Spec TBD"]],
  },
  {
    name: "an unclosed fence",
    make: inQueue((text) => text.replace("## Superseded / Removed", "```text\n## Superseded / Removed")),
    expected: [["scope/input-readable", queue, "```text"]],
  },
  {
    name: "a deleted roadmap that an anchor and the basis name",
    make: (files) => without(files, roadmap),
    expected: [
      ["reference/basis-exists", queue, "**Basis**"],
      ["reference/basis-exists", queue, /^- `roadmap\.md` provides/],
      ["reference/anchor-exists", queue, "  - `docs/product/roadmap.md`"],
      ["reference/prose-path", ledger, "`docs/product/roadmap.md`"],
    ],
  },
  {
    name: "a keyed line with a spec that is not there",
    make: inRoadmap((text) => text.replace("**Active specs**: 259, 260, 261", "**Active specs**: 259, 960, 261")),
    expected: [["reference/spec-known", roadmap, "960"]],
  },
  {
    name: "a dependency on nothing",
    make: inQueue((text) =>
      text.replace(
        "- **Priority**: 8\n",
        "- **Priority**: 8\n- **Depends on**: `Something Nobody Knows`, legal sign-off\n",
      ),
    ),
    expected: [["dependency/known", queue, "Something Nobody Knows"]],
  },
  {
    name: "a dependency on a spec that does not exist",
    make: inQueue((text) => text.replace("- **Priority**: 8\n", "- **Priority**: 8\n- **Depends on**: Spec 999\n")),
    expected: [["dependency/known", queue, "Spec 999"]],
  },
  {
    name: "dependencies in a circle",
    make: inQueue((text) =>
      text
        .replace(
          "- **Priority**: 7\n",
          "- **Priority**: 7\n- **Depends on**: `First Governed AI Runtime Consumer v1`\n",
        )
        .replace(
          "- **Priority**: 8\n",
          "- **Priority**: 8\n- **Depends on**: `Workspace & Tenant Closure Lifecycle v1`\n",
        ),
    ),
    expected: [["dependency/cycle", queue, "`First Governed AI Runtime Consumer v1`"]],
  },
  {
    name: "a dependency on a superseded entry",
    make: inQueue((text) =>
      text.replace("- **Priority**: 8\n", "- **Priority**: 8\n- **Depends on**: `Localization v1`\n"),
    ),
    expected: [["dependency/retired", queue, "**Depends on**: `Localization v1`"]],
  },
  {
    name: "an active entry above one that it needs",
    make: inQueue((text) =>
      addActive(
        text,
        "### Something Entirely New\n\n- **Priority**: P1\n- **Depends on**: `Another New Thing`\n\n### Another New Thing\n\n- **Priority**: P2",
      ),
    ),
    expected: [
      ["dependency/order", queue, "**Depends on**: `Another New Thing`"],
      ["active/empty-claim", queue, /^2026-05-01 queue re-audit result/],
    ],
  },
];
