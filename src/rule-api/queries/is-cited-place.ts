import type { Claims, EntryName } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";

/**
 * Whether a name is written as a path or link, for which the `reference` rules answer. A link around “Spec 42” that
 * leads somewhere leaves the number to be checked.
 */
export function isCitedPlace(
  { location, target }: EntryName,
  { claims, facts }: { readonly claims: Claims; readonly facts: Facts },
): boolean {
  const here = (one: { readonly location: EntryName["location"] }): boolean =>
    one.location.path === location.path &&
    one.location.offset < location.endOffset &&
    location.offset < one.location.endOffset;
  const paths = claims.of("path").filter(here);
  if (target === undefined) return paths.length > 0 || claims.of("heading-link").some(here);
  return paths.some((path) => facts.paths.resolve(path.target, path.location.path).exists === false);
}
