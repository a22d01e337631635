import type { RuleClass, Severity } from "../../src/core/finding.ts";

/** What the catalogue of rules says about one of them. */
export interface CatalogueEntry {
  readonly id: string;
  readonly severity: Severity;
  readonly class: RuleClass;
  /** True for a rule that no preset turns on: "I, off". */
  readonly off: boolean;
}

const severityOf: Readonly<Record<string, Severity>> = { E: "error", W: "warning", I: "info" };
const classOf: Readonly<Record<string, RuleClass>> = { F: "fact", G: "history", H: "heuristic" };

/** The rows `| group/name | … | E, W or I | F, G or H | … |`. Throws for a row with other letters. */
export function readCatalogue(text: string): CatalogueEntry[] {
  const rows = text
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((cells) => /^[a-z]+\/[a-z0-9-]+$/.test(cells[1] ?? ""));
  return rows.map((cells) => {
    const [id = "", , severityText = "", classText = ""] = cells.slice(1);
    const severity = severityOf[severityText.charAt(0)];
    const ruleClass = classOf[classText];
    if (severity === undefined || ruleClass === undefined)
      throw new Error(`the catalogue gives ${id} the severity “${severityText}” and the class “${classText}”`);
    return { id, severity, class: ruleClass, off: /\boff\b/.test(severityText) };
  });
}
