import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { lintSnapshot } from "../../src/api/lint-snapshot.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const corpus = join(import.meta.dirname, "../../../shared/corpus/tenantpilot");
const present = existsSync(corpus);
if (!present) console.warn(`skipped: ${corpus} is not here, so the first real input is not audited`);

type Files = Record<string, string>;
const queue = "docs/product/spec-candidates.md";
const roadmap = "docs/product/roadmap.md";
const ledger = "docs/product/implementation-ledger.md";

function load(folder = ""): Files {
  return Object.assign(
    {},
    ...readdirSync(join(corpus, folder)).map((name): Files => {
      const path = folder === "" ? name : `${folder}/${name}`;
      return statSync(join(corpus, path)).isDirectory()
        ? load(path)
        : { [path]: readFileSync(join(corpus, path), "utf8") };
    }),
  ) as Files;
}

const audit = (files: Files) => lintSnapshot(memorySnapshot(files, { today: "2026-05-03" }));

/** Findings at error and warning level as `rule path:line`. */
const findings = (files: Files): string[] =>
  audit(files)
    .findings.filter((finding) => finding.severity !== "info")
    .map((finding) => `${finding.rule} ${finding.path}:${finding.line}`);

const lineOf = (text: string, part: string | RegExp): number => {
  const index = text
    .split("\n")
    .findIndex((line) => (typeof part === "string" ? line.includes(part) : part.test(line)));
  if (index === -1) throw new Error(`no line matches ${String(part)}`);
  return index + 1;
};

function edit(files: Files, path: string, change: (text: string) => string): Files {
  const before = files[path] ?? "";
  const after = change(before);
  if (after === before) throw new Error(`the break did not change ${path}`);
  return { ...files, [path]: after };
}

const without = (files: Files, prefix: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith(prefix)));
const insertAfter = (text: string, part: string | RegExp, lines: string): string => {
  const all = text.split("\n");
  all.splice(lineOf(text, part), 0, ...lines.split("\n"));
  return all.join("\n");
};
/** Adds an entry at the end of the active section. */
const addActive = (text: string, entry: string): string =>
  text.replace("## Promotable Candidate Backlog", `${entry}\n\n## Promotable Candidate Backlog`);

interface Break {
  readonly name: string;
  readonly make: (files: Files) => Files;
  /** Rule and the line (of the broken file) that it reports; several where one act breaks several claims. */
  readonly expected: readonly (readonly [rule: string, path: string, line: string | RegExp])[];
}

const inQueue =
  (change: (text: string) => string) =>
  (files: Files): Files =>
    edit(files, queue, change);
const inLedger =
  (change: (text: string) => string) =>
  (files: Files): Files =>
    edit(files, ledger, change);
const inRoadmap =
  (change: (text: string) => string) =>
  (files: Files): Files =>
    edit(files, roadmap, change);

const breaks: readonly Break[] = [
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
      ["reference/anchor-exists", ledger, "`docs/product/roadmap.md`"],
    ],
  },
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
    name: "a keyed line with a spec that is not there",
    make: inRoadmap((text) => text.replace("**Active specs**: 259, 260, 261", "**Active specs**: 259, 960, 261")),
    expected: [["reference/spec-known", roadmap, "960"]],
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
    name: "a roadmap without the review date that its siblings have",
    make: (files) => edit(files, roadmap, (text) => text.replace(/^> \*\*Last reviewed.*\n/m, "")),
    expected: [["review/date-valid", roadmap, /^/]],
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

describe.skipIf(!present)("the first real input", () => {
  const files = present ? load() : {};

  it("reports no error and no warning, and counts what is there", () => {
    const report = audit(files);
    expect(report.findings.filter((finding) => finding.severity !== "info")).toEqual([]);
    expect(report.entries).toEqual({ active: 0, manual: 8, deferred: 4, promoted: 50, superseded: 11 });
    expect(report.specs).toBe(53);
    expect(report.coverage.broken).toBe(0);
    expect(report.coverage.held).toBeGreaterThan(200);
  });

  it("gives the heuristics one thing to report: the roadmap orders candidates too", () => {
    const heuristics = rules.filter(({ definition }) => definition.meta.class === "heuristic");
    const snapshot = memorySnapshot(files, { today: "2026-05-03" });
    const overrides = { rules: Object.fromEntries(heuristics.map(({ id }) => [id, "warning" as const])) };
    const report = lintSnapshot(snapshot, overrides);
    expect(heuristics.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["active/overlap", "active/resembles-spec", "scope/orphan-entry"]),
    );
    expect(report.rulesRun).toEqual(expect.arrayContaining(heuristics.map(({ id }) => id)));
    expect(report.findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual([`roadmap/competing-queue ${roadmap}`]);
  });

  it.each(breaks)("reports $name once, at its own line", ({ make, expected }) => {
    const broken = make(files);
    const wanted = expected.map(([rule, path, line]) => {
      const text = broken[path];
      // The second of two equal lines is the one to report.
      if (String(line) === "/^$/") return `${rule} ${path}:${lineOf(text ?? "", /^- Provider Boundary Hardening/) + 1}`;
      if (line instanceof RegExp && line.source === "^- \\*\\*Priority\\*\\*: 7$")
        return `${rule} ${path}:${(text ?? "").split("\n").lastIndexOf("- **Priority**: 7") + 1}`;
      return `${rule} ${path}:${text === undefined ? 1 : lineOf(text, line)}`;
    });
    expect(findings(broken).sort()).toEqual([...wanted].sort());
  });

  it("does not depend on line endings or a byte-order mark", () => {
    const crlf = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, `\uFEFF${text.replaceAll("\n", "\r\n")}`]),
    );
    expect(findings(crlf)).toEqual([]);
    expect(audit(crlf).entries).toEqual(audit(files).entries);
  });
});
