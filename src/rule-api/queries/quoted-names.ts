import type { Quotation } from "../../core/quotation.ts";

const mostNames = 3;

/** “A”, “B”, “C” and 2 more. */
export function quotedNames(named: readonly Pick<Quotation, "text">[]): string {
  const names = named.slice(0, mostNames).map(({ text }) => `“${text}”`);
  const rest = named.length - names.length;
  return rest > 0 ? `${names.join(", ")} and ${rest} more` : names.join(", ");
}
