import type { ClaimsAndFacts } from "../../core/audit-model.ts";
import type { ReviewDateClaim } from "../../core/claims/claim.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { RepositoryChanges } from "./repository-changes.ts";

/**
 * The changes that a review can have missed: what came and no planning document names, and what went and the reviewed one still names. The queue answers for
 * all specs; other documents only when they speak of some. Undefined when nothing is left.
 */
export function unmentionedChanges(
  changes: RepositoryChanges,
  review: Pick<ReviewDateClaim, "path" | "document">,
  { claims, facts }: ClaimsAndFacts,
): RepositoryChanges | undefined {
  const keyOf = (path: string): string => {
    const result = facts.paths.read(path);
    return result.ok ? ` ${entryKey(result.text)} ` : "";
  };
  const own = keyOf(review.path);
  const speaks = review.document === "queue" || facts.specs.all.some((spec) => names(own, spec.text));
  if (!speaks) return undefined;
  // The ledger is what rows come to: that it holds a row says nothing about a review.
  const documents = claims
    .of("input")
    .filter(({ role }) => role !== "specs" && !(changes.what === "row" && role === "ledger"))
    .map(({ path }) => keyOf(path));
  const came = changes.came.filter((name) => !documents.some((text) => names(text, name)));
  const went = changes.went.filter((name) => review.document === "queue" || names(own, name));
  return came.length + went.length === 0 ? undefined : { ...changes, came, went };
}

/** Whether a text, as its key, names a spec directory (by its name, its slug or its number) or the title of a row. */
function names(text: string, name: string): boolean {
  const key = entryKey(name);
  const [number = "", ...slug] = key.split(" ");
  const isNumbered = /^\d{3,}$/.test(number) && slug.length > 0;
  const words = isNumbered ? [key, slug.join(" "), `spec ${number}`, `specs ${number}`] : [key];
  return words.some((one) => text.includes(` ${one} `));
}
