import type { Candidate } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";
import type { Fix } from "../../core/finding.ts";
import { isPlaceholder } from "../../core/placeholder.ts";
import { insertFields } from "./insert-fields.ts";

/** A field that an entry needs, and what a person has to say in it: "the day, and why". */
export interface Question {
  readonly label: string;
  readonly asks: string;
}

/** Adds a field that asks a person; undefined where a field without an answer is already. Nothing in it counts as the answer. */
export function askFor(entry: Candidate, { label, asks }: Question, facts: Facts): Fix | undefined {
  if (entry.fields.some((field) => field.key === label.toLowerCase() && isPlaceholder(field.value.plain)))
    return undefined;
  const edits = insertFields(entry, [`**${label}**: TODO: ${asks}`], facts);
  return (
    edits && {
      kind: "suggest",
      description: `Add a field “${label}” to “${entry.title}” that asks for ${asks}.`,
      edits,
      asks: true,
    }
  );
}
