import type { EvidenceClaim, PathClaim } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";

/** How a cited path compares with the tree. */
export type CitationState =
  /** It exists, or the words around it say why it does not. */
  | { readonly kind: "held" }
  | { readonly kind: "unknown"; readonly reason: string }
  /** It differs from `actual` in case only. */
  | { readonly kind: "case"; readonly actual: string }
  /** A file name without its folder; `path` is the only file that is called so. */
  | { readonly kind: "bare"; readonly path: string }
  | { readonly kind: "missing"; readonly nearest: string | undefined };

/** Looks a citation up. What its own words say of its absence is believed. */
export function citationState(claim: PathClaim | EvidenceClaim, facts: Facts): CitationState {
  const { target, location, absence } = claim;
  if (absence !== undefined) return { kind: "held" };
  const answer = facts.paths.resolve(target, location.path);
  if (answer.exists === "unknown") return { kind: "unknown", reason: answer.reason };
  if (answer.exists) return { kind: "held" };
  if (answer.actual !== undefined) return { kind: "case", actual: answer.actual };
  const isBare = !target.includes("/") && !isLink(claim);
  const [only, second] = isBare ? facts.paths.named(target) : [];
  if (only !== undefined && second === undefined) return { kind: "bare", path: only };
  if (only !== undefined) return { kind: "unknown", reason: `several files are called ${target}` };
  if (answer.nearest === undefined && mayLeadOut(claim))
    return { kind: "unknown", reason: `“${target}” may lead out of the repository` };
  return mayBeName(claim, facts)
    ? { kind: "unknown", reason: `“${target}” may be no path` }
    : { kind: "missing", nearest: answer.nearest };
}

/** `../web/src/app.ts` in code: a link starts from its document, but people write the path of a checkout beside this one from the root. */
function mayLeadOut(claim: PathClaim | EvidenceClaim): boolean {
  return claim.target.startsWith("../") && !isLink(claim);
}

function isLink(claim: PathClaim | EvidenceClaim): boolean {
  return claim.kind === "path" ? claim.source === "link" : claim.isLink;
}

/** `feature/seat-maps`, `acme/web`: two words without an extension, of which the first is not a folder here. */
function mayBeName({ target, location }: PathClaim | EvidenceClaim, facts: Facts): boolean {
  return /^[\w-]+\/[\w-]+$/.test(target) && !facts.paths.plausible(target, location.path);
}
