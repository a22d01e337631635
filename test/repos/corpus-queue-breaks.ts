import { addActive, edit, inQueue, insertAfter, ledger, queue, type Break } from "./corpus-break.ts";

export const queueBreaks: readonly Break[] = [
  {
    name: "a promoted line with a number that does not exist",
    make: inQueue((text) => text.replace("-> Spec 244 (", "-> Spec 944 (")),
    expected: [["promotion/slug-matches", queue, "Spec 944"]],
  },
  {
    name: "a promoted line with number and slug of nothing",
    make: inQueue((text) => text.replace(/-> Spec 193 \(`[^`]+`\)/, "-> Spec 993 (`nowhere-at-all`)")),
    expected: [["promotion/spec-exists", queue, "Spec 993"]],
  },
  {
    name: "a promoted line with another slug",
    make: inQueue((text) => text.replace(/-> Spec 193 \(`[^`]+`\)/, "-> Spec 193 (`nowhere-at-all`)")),
    expected: [["promotion/slug-matches", queue, "nowhere-at-all"]],
  },
  {
    name: "a promoted line without target",
    make: inQueue((text) => text.replace(/- (Provider Boundary Hardening) -> .*/, "- `$1`")),
    expected: [["promotion/has-target", queue, /^- `Provider Boundary/]],
  },
  {
    name: "a promoted line with TBD as target",
    make: inQueue((text) => text.replace(/-> Spec 237 .*/, "-> Spec TBD")),
    expected: [["promotion/has-target", queue, "Spec TBD"]],
  },
  {
    name: "one candidate promoted to two specs",
    make: inQueue((text) =>
      insertAfter(
        text,
        /^- Provider Boundary Hardening/,
        "- Provider Boundary Hardening -> Spec 155 (`tenant-review-layer`)",
      ),
    ),
    expected: [["promotion/once", queue, "Spec 155 (`tenant-review-layer`)"]],
  },
  {
    name: "two candidates promoted to one spec",
    make: inQueue((text) =>
      insertAfter(
        text,
        /^- Provider Boundary Hardening/,
        "- Something Else Entirely -> Spec 237 (`provider-boundary-hardening`)",
      ),
    ),
    expected: [["promotion/target-shared", queue, "Something Else Entirely"]],
  },
  {
    name: "an active entry that is already promoted",
    make: inQueue((text) => addActive(text, "### Customer Health Score\n\n- **Priority**: P1")),
    expected: [
      ["active/not-specced", queue, "### Customer Health Score"],
      ["active/empty-claim", queue, /^2026-05-01 queue re-audit result/],
    ],
  },
  {
    name: "an active entry that the manual section has",
    make: inQueue((text) => addActive(text, "### Stored Reports Surface v1\n\n- **Priority**: P1")),
    expected: [
      ["autoprep/manual-leak", queue, "### Stored Reports Surface v1"],
      ["active/empty-claim", queue, /^2026-05-01 queue re-audit result/],
    ],
  },
  {
    name: "an active entry that the deferred section has",
    make: inQueue((text) => addActive(text, "### CSV export for filtered run metadata\n\n- **Priority**: P1")),
    expected: [
      ["active/exclusive", queue, "### CSV export"],
      ["active/empty-claim", queue, /^2026-05-01 queue re-audit result/],
    ],
  },
  {
    name: "an active entry without priority",
    make: inQueue((text) => addActive(text, "### Something Entirely New\n\n- **Problem**: nobody did it.")),
    expected: [
      ["active/required-fields", queue, "### Something Entirely New"],
      ["active/empty-claim", queue, /^2026-05-01 queue re-audit result/],
    ],
  },
  {
    name: "a removal record with another spec",
    make: inQueue((text) => text.replace(/` -> Spec 253$/m, "` -> Spec 254")),
    expected: [["active/removal-record", queue, /^- `Remove Findings.*254/]],
  },
  {
    name: "a removal record of something unknown",
    make: inQueue((text) => text.replace(/^- `[^`]+` -> Spec 253$/m, "- `Something Nobody Knows` -> Spec 253")),
    expected: [["active/removal-record", queue, "Something Nobody Knows"]],
  },
  {
    name: "a note with another spec",
    make: inQueue((text) =>
      text.replace("not automatically, into Spec 262 and must", "not automatically, into Spec 261 and must"),
    ),
    expected: [["promotion/notes-agree", queue, "into Spec 261 and must"]],
  },
  {
    name: "a status field with another spec",
    make: inQueue((text) =>
      text.replace(
        "decision -> Spec 262 (`lifecycle-governance-taxonomy`)",
        "decision -> Spec 261 (`provider-missing-policy-visibility`)",
      ),
    ),
    expected: [["promotion/notes-agree", queue, "decision -> Spec 261"]],
  },
  {
    name: "a superseded line with another spec",
    make: inQueue((text) => text.replace("it is already Spec 245", "it is already Spec 244")),
    expected: [["promotion/notes-agree", queue, "already Spec 244 and"]],
  },
  {
    name: "a spec that is the bare template",
    make: (files) => ({
      ...files,
      "specs/193-monitoring-action-hierarchy/spec.md":
        "# Feature Specification: [FEATURE NAME]\n\n**Feature Branch**: `[###-feature-name]`\n",
    }),
    expected: [["promotion/spec-substance", queue, "Spec 193"]],
  },
  {
    name: "a manual section without boundary",
    make: inQueue((text) => text.replace(/^\*\*Boundary\*\*:.*$/m, "Larger ideas.")),
    expected: [["autoprep/boundary-stated", queue, "## Promotable Candidate Backlog"]],
  },
  {
    name: "a manual entry without its manual reason",
    make: inQueue((text) => text.replace(/^- \*\*Why manual promotion only\*\*: this is a bounded.*\n/m, "")),
    expected: [["autoprep/manual-reason", queue, "### Auditor Pack"]],
  },
  {
    name: "a manual entry without anchors",
    make: inQueue((text) => text.replace("- **Anchors**:\n  - `specs/248-private-ai-policy-foundation/spec.md`\n", "")),
    expected: [["active/required-fields", queue, "### First Governed AI"]],
  },
  {
    name: "a manual entry that calls itself automatic",
    make: inQueue((text) => text.replace("- **Priority**: 8\n", "- **Priority**: 8\n- **Auto-prep**: yes\n")),
    expected: [["autoprep/contradiction", queue, "**Auto-prep**: yes"]],
  },
  {
    name: "a deferred entry that calls itself automatic",
    make: inQueue((text) =>
      text
        .replace(
          "- **Priority**: P2 — Important hardening / enterprise trust\n",
          "- **Priority**: P2\n- **Auto-prep**: yes\n",
        )
        .replace(/^- \*\*Do not auto-prep from.*\n/m, ""),
    ),
    expected: [["autoprep/explicit-intent", queue, "**Auto-prep**: yes"]],
  },
  {
    name: "a rank used twice",
    make: inQueue((text) => text.replace("- **Priority**: 8\n", "- **Priority**: 7\n")),
    expected: [["active/priority-order", queue, /^- \*\*Priority\*\*: 7$/]],
  },
  {
    name: "a priority of another vocabulary",
    make: inQueue((text) => text.replace("- **Priority**: 8\n", "- **Priority**: urgent\n")),
    expected: [["active/priority-vocabulary", queue, "**Priority**: urgent"]],
  },
  {
    name: "a ledger that implemented an active entry",
    make: (files) =>
      edit(
        edit(files, ledger, (text) => `${text.trimEnd()}\n| Something Entirely New | \`sellable\` | - | - |\n`),
        queue,
        (text) => addActive(text, "### Something Entirely New\n\n- **Priority**: P1"),
      ),
    expected: [
      ["active/not-implemented", queue, "### Something Entirely New"],
      ["active/empty-claim", queue, /^2026-05-01 queue re-audit result/],
    ],
  },
  {
    name: "an agent file that names another queue",
    make: (files) => ({ ...files, "AGENTS.md": "# Agents\n\nRead `docs/candidates-queue.md` first.\n" }),
    expected: [["autoprep/agent-docs-agree", "AGENTS.md", "candidates-queue"]],
  },
];
