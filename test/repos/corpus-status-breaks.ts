import { edit, inLedger, inQueue, inRoadmap, ledger, queue, roadmap, without, type Break } from "./corpus-break.ts";

export const statusBreaks: readonly Break[] = [
  {
    name: "a ledger status outside its own list",
    make: inLedger((text) =>
      text.replace(
        "| Customer Health Score | `implemented but not productized`",
        "| Customer Health Score | `polished`",
      ),
    ),
    expected: [["status/vocabulary", ledger, "`polished`"]],
  },
  {
    name: "a ledger row that is implemented with open tasks",
    make: (files) =>
      edit(files, "specs/241-support-diagnostic-pack/tasks.md", (text) => text.replace("- [x] T003", "- [ ] T003")),
    expected: [["status/implemented-tasks-open", ledger, "| Support Diagnostic Pack |"]],
  },
  {
    name: "a ledger row that proves itself with a spec nobody began",
    make: (files) =>
      edit(
        edit(files, "specs/241-support-diagnostic-pack/tasks.md", (text) => text.replaceAll("- [x]", "- [ ]")),
        "specs/241-support-diagnostic-pack/spec.md",
        (text) => text.replace("**Status**: Implemented", "**Status**: Draft"),
      ),
    expected: [["status/specced-not-implemented", ledger, "| Support Diagnostic Pack |"]],
  },
  {
    name: "a ledger row that is in progress with all tasks ticked",
    make: inLedger((text) =>
      text.replace(
        "| Customer Health Score | `implemented but not productized`",
        "| Customer Health Score | `not implemented`",
      ),
    ),
    expected: [["status/tasks-complete-open", ledger, "| Customer Health Score |"]],
  },
  {
    name: "a spec that says draft with all tasks ticked",
    make: (files) =>
      edit(files, "specs/242-operational-controls/spec.md", (text) =>
        text.replace("**Status**: Implemented", "**Status**: Draft"),
      ),
    expected: [["status/tasks-complete-open", "specs/242-operational-controls/spec.md", "**Status**: Draft"]],
  },
  {
    name: "evidence that is gone",
    make: inLedger((text) =>
      text.replace("`specs/221-findings-operator-inbox/tasks.md`", "`specs/221-findings-operator-inbox/proof.md`"),
    ),
    expected: [["status/evidence-resolves", ledger, "proof.md"]],
  },
  {
    name: "an implemented package without a plan",
    make: (files) => without(files, "specs/242-operational-controls/plan.md"),
    expected: [["status/package-complete", "specs/242-operational-controls/spec.md", "**Status**"]],
  },
  {
    name: "an open question in an implemented spec",
    make: (files) =>
      edit(
        files,
        "specs/242-operational-controls/spec.md",
        (text) => `${text}\n- **FR-009**: [NEEDS CLARIFICATION: for whom?]\n`,
      ),
    expected: [["status/open-clarification", "specs/242-operational-controls/spec.md", "**Status**"]],
  },
  {
    name: "roadmap and ledger on different rungs",
    make: inRoadmap(
      (text) =>
        `${text}\n## Themes\n\n| Theme | Status |\n|---|---|\n| Billing & Subscription Truth Layer v1 | Done |\n`,
    ),
    expected: [["status/maturity-agrees", roadmap, "| Billing & Subscription"]],
  },
  {
    name: "a roadmap that plans what is there",
    make: inRoadmap((text) => `${text}\n## Next\n\n- Customer Health Score\n`),
    expected: [["roadmap/shipped-as-planned", roadmap, "- Customer Health Score"]],
  },
  {
    name: "a roadmap row about an active entry that is not there",
    make: inRoadmap((text) => text.replace("| manual promotion only |", "| active P0 candidate |")),
    expected: [["roadmap/candidate-posture", roadmap, "active P0 candidate"]],
  },
  {
    name: "a diagram that is ahead of the ledger",
    make: inRoadmap(
      (text) => `${text}\n\`\`\`mermaid\nflowchart LR\n  A["Evidence Domain Foundation"]:::done\n\`\`\`\n`,
    ),
    expected: [["roadmap/diagram-agrees", roadmap, 'A["Evidence']],
  },
  {
    name: "a heading with a wrong count",
    make: inQueue((text) => text.replace(/^## (Deferred .*)$/m, "## $1 (9)")),
    expected: [["roadmap/count-claims", queue, "(9)"]],
  },
  {
    name: "a spec that defers to nothing",
    make: (files) =>
      edit(
        files,
        "specs/242-operational-controls/spec.md",
        (text) => `${text}\nDeferred to \`Something Nobody Knows\`.\n`,
      ),
    expected: [["roadmap/deferral-anchor", "specs/242-operational-controls/spec.md", "Something Nobody Knows"]],
  },
  {
    name: "a superseded entry without reason",
    make: inQueue((text) => text.replace(/^- `Localization v1`: .*$/m, "- `Localization v1`")),
    expected: [["history/successor", queue, /^- `Localization v1`$/]],
  },
  {
    name: "a superseded entry with an unknown successor",
    make: inQueue((text) =>
      text.replace(/^- `Localization v1`: .*$/m, "- `Localization v1`: superseded by `Something Nobody Knows`."),
    ),
    expected: [["history/successor", queue, "Something Nobody Knows"]],
  },
  {
    name: "a superseded line that points at no spec",
    make: inQueue((text) => text.replace(/^- `Localization v1`: .*$/m, "- `Localization v1` -> Spec 999")),
    expected: [["history/successor", queue, "-> Spec 999"]],
  },
  {
    name: "two entries that superseded each other",
    make: inQueue((text) =>
      text
        .replace(
          /^- `Localization v1`: .*$/m,
          "- `Localization v1`: superseded by `R2.0 Canonical Control Catalog Foundation`.",
        )
        .replace(/^(- `R2.0 Canonical.*?`): .*$/m, "$1: superseded by `Localization v1`."),
    ),
    expected: [["history/reciprocal", queue, /^- `R2.0 Canonical/]],
  },
  {
    name: "an open entry that another one supersedes",
    make: inQueue((text) =>
      text.replace("- **Priority**: 8\n", "- **Priority**: 8\n- **Supersedes**: `Stored Reports Surface v1`\n"),
    ),
    expected: [["history/reciprocal", queue, "**Supersedes**"]],
  },
  {
    name: "a review date that does not exist",
    make: inQueue((text) => text.replace("**Last reviewed:** 2026-05-01", "**Last reviewed:** 2026-04-31")),
    expected: [["review/date-valid", queue, "2026-04-31"]],
  },
  {
    name: "a review date in the future",
    make: (files) =>
      edit(files, ledger, (text) => text.replace("**Last reviewed:** 2026-05-02", "**Last reviewed:** 2026-06-02")),
    expected: [["review/date-valid", ledger, "2026-06-02"]],
  },
  {
    name: "a deferral whose date has passed",
    make: inQueue((text) => text.replace("valid system-console follow-up", "deferred until April 2026")),
    expected: [["review/trigger-due", queue, "until April 2026"]],
  },
  {
    name: "a deferral that waits for an implemented spec",
    make: inQueue((text) => text.replace("valid system-console follow-up, but", "waits for Spec 109,")),
    expected: [["review/trigger-met", queue, "waits for Spec 109"]],
  },
];
