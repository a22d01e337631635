import { generateRepository } from "../../scripts/bench/generate-repository.ts";
import { buildModel } from "../../src/build-model.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { Board } from "../../src/core/board.ts";
import type { AuditReport } from "../../src/core/finding.ts";
import { buildBoard } from "../../src/engine/build-board.ts";
import { Timeline } from "../../src/engine/timeline.ts";
import { report } from "../../src/lint.ts";
import { reporters } from "../../src/reporters/index.ts";
import type { RenderOptions } from "../../src/reporters/reporter.ts";
import { rules } from "../../src/rule-catalogue.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const queue = "docs/product/spec-candidates.md";
const ledger = "docs/product/implementation-ledger.md";

/** A title that would run if it were taken for anything but words. */
export const hostileTitle = "<img src=x onerror=window.pwned=1>";

/** An audited repository with all that the page shows. */
export interface Audited {
  readonly report: AuditReport;
  readonly board: Board;
}

/** A generated repository, in which `change` may alter the text of a file. */
export function auditedHarbour(
  specs: number,
  change: (text: string, path: string) => string = (text) => text,
): Audited {
  const files = Object.fromEntries([...generateRepository(specs)].map(([path, text]) => [path, change(text, path)]));
  const snapshot = memorySnapshot(files);
  const config = resolveConfig({}, { snapshot, rules });
  const model = buildModel(snapshot, config.settings);
  const audit = report({ snapshot, config, model });
  return { report: audit, board: buildBoard(model, audit, snapshot.today) };
}

/** Faults in every column and outside of the queue, and an entry with a hostile title. */
export function drifted(text: string, path: string): string {
  if (path === ledger) return text.replace("| implemented | Spec 007 |", "| implemented | Spec 707 |");
  if (path.startsWith("specs/042-") && path.endsWith("tasks.md")) return text.replaceAll("- [x] T00", "- [ ] T00");
  if (path === "docs/product/roadmap.md") return `${text}\nWhat comes after stands in Spec 909.\n`;
  if (path !== queue) return text;
  return text
    .replace("-> Spec 012", "-> Spec 712")
    .replace("-> Spec 020", "-> Spec 019")
    .replace("**Priority**: P1", "**Priority**: Urgent")
    .replace("- **Why manual promotion only**", "- **Why**")
    .replace(
      "## Manual promotion only",
      `### \`${hostileTitle}\`\n\n- **Priority**: P3\n- **Problem**: see \`docs/<script>window.pwned=1</script>.md\` and [more](javascript:window.pwned=1).\n\n## Manual promotion only`,
    );
}

/** Findings that come one by one, and go in part. */
export function growing({ report: { findings } }: Audited): Timeline {
  const timeline = new Timeline();
  const shown = [0, 1, 3, 3, 5, 4, 6, findings.length];
  for (const [index, count] of shown.entries()) {
    const commit = {
      id: String(index + 1).repeat(40),
      date: `2026-0${index + 1}-15T12:00:00+01:00`,
      author: "Ada",
      subject: index === 3 ? `Review ${hostileTitle}` : `Change ${index + 1}`,
    };
    timeline.add({ commit, touched: [queue], findings: findings.slice(0, count) });
  }
  return timeline;
}

export function rendered({ report: audit, board }: Audited, options: Partial<RenderOptions> = {}): string {
  return reporters["html"]?.render(audit, { color: false, links: false, quiet: false, board, ...options }) ?? "";
}
