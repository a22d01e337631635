import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { auditSnapshot } from "../../src/lint.ts";
import { memorySnapshot } from "../../src/source/memory/memory-snapshot.ts";

function audit(files: Readonly<Record<string, string>>): string[] {
  const snapshot = memorySnapshot(files, { today: "2026-11-23" });
  const own = rules.filter(({ id }) => /^(?:unit|index)\//.test(id));
  const { run } = auditSnapshot({ snapshot, config: resolveConfig({}, { snapshot, rules: own }) });
  return run.findings.map(({ path, line, rule, message }) => `${path}:${line} ${rule} ${message}`);
}

const decision = (number: string, title: string): string => `# ADR ${number}: ${title}\n\n- Status: Accepted\n`;
const index = (rows: string): string => `# Decisions\n\n| ADR | Title | Status |\n|---|---|---|\n${rows}`;

describe("units that are hard to tell apart", () => {
  it("of one number are tied to a row by their link, and a number alone accuses neither", () => {
    const files = {
      "docs/adr/0001-rope.md": decision("0001", "Rope"),
      "docs/adr/0001-bell.md": "# ADR 0001: Bell\n\n- Status: Rejected\n",
      "docs/adr/0002-horn.md": decision("0002", "Horn"),
    };
    const byLink = index("| [0001](0001-rope.md) | Rope | Rejected |\n| [0002](0002-horn.md) | Horn | Accepted |\n");
    expect(audit({ ...files, "docs/adr/README.md": byLink })).toContainEqual(
      expect.stringContaining("docs/adr/README.md:5 index/status-agrees"),
    );
    const byNumber = index("| 0001 | Something | Proposed |\n| 0002 | Horn | Accepted |\n");
    expect(audit({ ...files, "docs/adr/README.md": byNumber })).toEqual([]);
  });

  it("by case only are two units, each with its own status", () => {
    const files = {
      "openspec/changes/add-bell/tasks.md": "- [x] 1.1 Bell\n",
      "openspec/changes/Add-Bell/tasks.md": "- [ ] 1.1 Bell\n",
      "openspec/changes/archive/2026-01-01-add-rope/tasks.md": "- [x] 1.1 Rope\n",
    };
    expect(audit(files)).toEqual([
      expect.stringContaining("openspec/changes/add-bell/tasks.md:1 unit/complete-not-archived"),
    ]);
  });

  it("live and archived at once are each judged by where they are", () => {
    const files = {
      "openspec/changes/add-bell/tasks.md": "- [x] 1.1 Bell\n",
      "openspec/changes/archive/2026-01-01-add-bell/tasks.md": "- [ ] 1.1 Bell\n",
    };
    expect(audit(files).map((line) => line.split(" ", 2).join(" "))).toEqual([
      "openspec/changes/add-bell/tasks.md:1 unit/complete-not-archived",
      "openspec/changes/archive/2026-01-01-add-bell/tasks.md:1 unit/archived-open",
    ]);
  });
});

describe("rows that are hard to read", () => {
  const files = {
    "docs/adr/0001-rope.md": decision("0001", "Rope"),
    "docs/adr/0002-horn.md": decision("0002", "Horn"),
    "docs/adr/0003-gull.md": decision("0003", "Gull"),
  };

  it("of thousands of characters are read like others", () => {
    const long = `Rope ${"and more rope ".repeat(400)}`;
    const rows = `| [0001](0001-rope.md) | ${long} | Rejected |\n| [0002](0002-horn.md) | Horn | Accepted |\n| [0003](0003-gull.md) | Gull | Accepted |\n`;
    const found = audit({ ...files, "docs/adr/README.md": index(rows) });
    expect(found).toEqual([expect.stringContaining("docs/adr/README.md:5 index/status-agrees")]);
    expect(found[0]?.length).toBeLessThan(1000);
  });

  it("glued to one another are named", () => {
    const rows =
      "| [0001](0001-rope.md) | Rope | Accepted || [0002](0002-horn.md) | Horn | Accepted |\n| [0003](0003-gull.md) | Gull | Accepted |\n";
    expect(audit({ ...files, "docs/adr/README.md": index(rows) })).toContainEqual(
      expect.stringContaining("docs/adr/README.md:5 index/row-intact"),
    );
  });
});

it("reads a unit of five megabytes", () => {
  const big = `## 1. Bell\n\n${"- [x] 1.1 Ring the bell at noon\n".repeat(160_000)}- [ ] 1.2 Paint it\n`;
  expect(big.length).toBeGreaterThan(5_000_000);
  expect(audit({ "openspec/changes/archive/2026-01-01-add-bell/tasks.md": big })).toEqual([
    expect.stringContaining("with 1 of 160001 boxes open"),
  ]);
});
