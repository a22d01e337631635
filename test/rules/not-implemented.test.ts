import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { runRule } from "./run-rule.ts";

const rule = rules.find((one) => one.id === "active/not-implemented");
const queue = "docs/product/spec-candidates.md";
const ledger = "docs/product/implementation-ledger.md";
const open = "# Spec candidates\n\n## Active\n\n### Berth plans\n\n- **Priority**: P1\n";

function reasons(files: Record<string, string>): string[] {
  if (rule === undefined) throw new Error("there is no rule active/not-implemented");
  return runRule(rule, files, rules).notChecked.map((one) => one.reason);
}

describe("active/not-implemented is not checked", () => {
  it.each([
    ["without a ledger", { [queue]: open }, "there is no implementation ledger"],
    [
      "when no row can be read",
      { [queue]: open, [ledger]: "# Ledger\n\nBerth plans are implemented.\n" },
      `${ledger} has no table row with a title and a status`,
    ],
    [
      "when the configured ledger is not there",
      { [queue]: open, "queue-lint.config.json": '{ "ledger": "docs/ledger.md" }' },
      "docs/ledger.md cannot be read",
    ],
  ])("%s", (_, files, reason) => {
    expect(reasons(files)).toEqual([reason]);
  });

  it("but says nothing when there is no active candidate to check", () => {
    expect(reasons({ [queue]: "# Spec candidates\n\n## Active\n\nNone.\n" })).toEqual([]);
  });

  it("nor when the ledger has rows", () => {
    expect(
      reasons({ [queue]: open, [ledger]: "| Capability | Status |\n|---|---|\n| Tide tables | implemented |\n" }),
    ).toEqual([]);
  });
});
