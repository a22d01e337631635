import type { Claims } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";

/** An arrow to a number, in a line that no section with a role holds. */
const arrow = /(?:->|=>|→|⟶|⇒|⟹|➜|➔|➡\uFE0F?)\s*`?(?:#|S-)?\d{3,5}\b/;

/**
 * Whether a queue refers to specs at all: in an entry, a sentence, a dependency, or in lines that nobody reads as entries. A promoted entry
 * without a readable target is the business of promotion/has-target.
 */
export function namesSpec(
  path: string,
  { claims, facts }: { readonly claims: Claims; readonly facts: Facts },
): boolean {
  const root = facts.specs.root?.split("/").at(-1) ?? "";
  const cited = claims.of("path").filter((claim) => `/${claim.target}`.includes(`/${root}/`));
  const named = [...claims.of("dependency"), ...claims.of("supersession")].filter(({ target }) => target !== undefined);
  const references = [
    ...claims.of("spec-reference"),
    ...claims.of("range"),
    ...claims.of("promotion-note"),
    ...claims.of("deferral-trigger").filter(({ targets }) => targets.length > 0),
    ...named,
    ...cited,
  ];
  const entries = claims
    .of("candidate")
    .some((candidate) => candidate.role === "promoted" || candidate.targets.length > 0);
  return (
    entries ||
    claims.of("removal-record").length > 0 ||
    references.some((claim) => claim.document === "queue") ||
    isWritten(path, facts)
  );
}

/** Whether the name of a spec's directory, or an arrow to a number, is anywhere in the text. */
function isWritten(path: string, { specs, paths }: Facts): boolean {
  const file = paths.read(path);
  if (!file.ok) return false;
  return (
    arrow.test(file.text) || specs.all.some((spec) => file.text.includes(spec.path.split("/").at(-1) ?? spec.path))
  );
}
