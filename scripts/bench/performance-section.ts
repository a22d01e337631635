import { markdownTable } from "../markdown-table.ts";
import type { Measure } from "./measure.ts";
import { type Outcome, type TargetId, targetRows } from "./targets.ts";

/** All that one run of the benchmark found. */
export interface Results {
  /** Name and value of what it ran on and with. */
  readonly machine: readonly (readonly string[])[];
  readonly runs: number;
  readonly outcomes: ReadonlyMap<TargetId, Outcome>;
  readonly medians: readonly {
    readonly measure: Pick<Measure, "title" | "unit">;
    readonly values: ReadonlyMap<string, number>;
  }[];
}

/** The table of targets. */
export function targetTable(outcomes: Results["outcomes"]): string {
  return markdownTable(["what", "target", "measured", ""], targetRows(outcomes));
}

/** Absolute figures, which mean something on one machine only. */
export function medianTable(medians: Results["medians"]): string {
  const rows = medians.flatMap(({ measure, values }) =>
    [...values].map(([name, value]) => [measure.title, `\`${name}\``, `${value.toFixed(0)} ${measure.unit}`]),
  );
  return markdownTable(["measurement", "command", "median"], rows);
}

/** The generated part of `docs/performance.md`. */
export function performanceSection({ machine, runs, outcomes, medians }: Results): string {
  return [
    "### Machine and versions",
    markdownTable(["", ""], machine),
    "### Targets",
    targetTable(outcomes),
    `### Medians of ${runs} runs`,
    medianTable(medians),
  ].join("\n\n");
}
