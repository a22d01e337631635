import { Phrases } from "../../core/phrases.ts";
import type { Settings } from "../../core/settings.ts";

/** The parts of a boundary that say one thing each. */
const clauseEnd =
  /[.;:!?,()。；：！？，、–—]|\s-\s|\b(?:but|however|although|though|except|aber|jedoch|sondern|pero|sino|mais|mas|porém)\b/iu;

export type BoundarySense = "forbids" | "allows" | "neither";

/**
 * A reader of boundaries: whether one forbids or allows an automatic pick. A preference forbids nothing ("manual promotion preferred"), and what one
 * part forbids another may allow again ("…; auto-prep may take one of these").
 */
export function boundaryReader({ phrases }: Pick<Settings, "phrases">): (text: string) => BoundarySense {
  const [boundary, preference] = [new Phrases(phrases.boundary), new Phrases(phrases.preference)];
  const [permission, negation] = [new Phrases(phrases.permission), new Phrases(phrases.negation)];
  return (text) => {
    const clauses = text.split(clauseEnd);
    if (clauses.some((clause) => permission.areIn(clause) && !negation.areIn(clause))) return "allows";
    return clauses.some((clause) => boundary.areIn(clause) && !preference.areIn(clause)) ? "forbids" : "neither";
  };
}
