import type { Candidate } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";
import type { Fix } from "../../core/finding.ts";
import type { Priority } from "../queries/priority.ts";
import { replaceText } from "./replace-text.ts";

/** Gives each entry, in the order of their ranks, the next number from 1; undefined when a rank is in no field of its entry. */
export function renumber(
  sorted: readonly { readonly candidate: Candidate; readonly priority: Priority }[],
  facts: Facts,
): Fix | undefined {
  const wrong = sorted
    .map((one, index) => ({ ...one, rank: index + 1 }))
    .filter(({ priority, rank }) => priority.value !== rank);
  const edits = wrong.flatMap(({ candidate, priority, rank }) => {
    const field = candidate.fields.find((one) => one.names.includes("priority"));
    return (
      (field === undefined
        ? undefined
        : replaceText(field.value.location, [String(priority.value), String(rank)], facts)) ?? []
    );
  });
  return edits.length < wrong.length
    ? undefined
    : {
        kind: "suggest",
        description: `Number the entries from 1 to ${sorted.length} in the order of their ranks.`,
        edits,
      };
}
