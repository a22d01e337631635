import type { Bench, Measure } from "./measure.ts";
import { UnknownOption } from "./median-time.ts";
import type { Results } from "./performance-section.ts";
import type { Outcome, TargetId } from "./targets.ts";

/**
 * Runs one measurement after the other. One that needs an option which the program does not have, and one for which no repository was asked for,
 * leaves its figures out.
 */
export async function runMeasures(
  measures: readonly Measure[],
  bench: Bench,
  announce: (name: string) => void,
): Promise<Pick<Results, "outcomes" | "medians">> {
  const outcomes = new Map<TargetId, Outcome>();
  const medians: Results["medians"][number][] = [];
  for (const measure of measures) {
    if (!measure.sizes.some((size) => bench.sizes.includes(size))) continue;
    announce(measure.name);
    try {
      const measured = await measure.run(bench);
      medians.push({ measure, values: measured.medians });
      for (const [id, figure] of Object.entries(measured.figures)) outcomes.set(id as TargetId, figure);
    } catch (error) {
      if (!(error instanceof UnknownOption)) throw error;
      for (const id of measure.targets) outcomes.set(id, `not available: no \`${error.message}\``);
    }
  }
  return { outcomes, medians };
}
