import type { PlanRecord } from "../core/record.ts";
import type { ResolvedReference } from "./cell-references.ts";

/** A record of what a reference comes to. */
export function recordOf(
  { reference, resolution }: ResolvedReference,
  rest: Omit<PlanRecord, "references" | "resolution" | "unit">,
): PlanRecord {
  return {
    ...rest,
    references: [reference],
    resolution,
    unit: resolution.kind === "found" || resolution.kind === "moved" ? resolution.unit : undefined,
  };
}
