import type { Claims, EntryName } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";
import { entriesNamed } from "./entry-keys.ts";

/** Whether a name means something that the planning documents or the spec root know: an entry in any section, a ledger row, a spec. */
export function isKnownName(
  name: Pick<EntryName, "key" | "target" | "text">,
  { claims, facts }: { readonly claims: Claims; readonly facts: Facts },
): boolean {
  if (name.target !== undefined) return facts.specs.has(name.target.spec);
  if (entriesNamed(name, claims.of("candidate")).length > 0) return true;
  if ([...claims.of("removal-record"), ...claims.of("ledger-row")].some((one) => one.key === name.key)) return true;
  return (facts.specs.slugged(name.text) ?? facts.specs.titled(name.text)) !== undefined;
}
