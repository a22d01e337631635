import type { EvidenceClaim, PathClaim } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";
import type { Evidence } from "../define-rule.ts";
import { rewritePath } from "../fixes/rewrite-path.ts";
import { placesOf } from "./places-of.ts";

/** How a cited path compares with the tree. */
export type CitationState =
  /** It exists, or the words around it say why it does not. */
  | { readonly kind: "held" }
  | { readonly kind: "unknown"; readonly reason: string }
  /** It differs from `actual` in case only, or only in the Unicode form of the same letters. */
  | { readonly kind: "case" | "form"; readonly actual: string }
  /** A file name without its folder; `path` is the only file that is called so. */
  | { readonly kind: "bare"; readonly path: string }
  | { readonly kind: "missing"; readonly nearest: string | undefined };

/** Looks a citation up. What its own words say of its absence is believed. */
export function citationState(claim: PathClaim | EvidenceClaim, facts: Facts): CitationState {
  const { target, location, absence } = claim;
  if (absence !== undefined) return { kind: "held" };
  const answer = facts.paths.resolve(target, location.path);
  if (answer.exists === "unknown") return unknown(answer.reason);
  if (answer.exists) return { kind: "held" };
  if (answer.actual !== undefined) return { kind: answer.difference ?? "case", actual: answer.actual };
  return bareState(claim, facts) ?? absenceOf(claim, answer.nearest, facts);
}

/** A file name without its folder; undefined when no file is called so. */
function bareState(claim: PathClaim | EvidenceClaim, facts: Facts): CitationState | undefined {
  const { target } = claim;
  const [only, second] = target.includes("/") || isLink(claim) ? [] : facts.paths.named(target);
  if (only === undefined) return undefined;
  return second === undefined ? { kind: "bare", path: only } : unknown(`several files are called ${target}`);
}

function absenceOf(claim: PathClaim | EvidenceClaim, nearest: string | undefined, facts: Facts): CitationState {
  const { target } = claim;
  if (nearest === undefined && mayLeadOut(claim)) return unknown(`“${target}” may lead out of the repository`);
  return mayBeName(claim, facts) ? unknown(`“${target}” may be no path`) : { kind: "missing", nearest };
}

function unknown(reason: string): CitationState {
  return { kind: "unknown", reason };
}

/** What a finding says of a path that is missing: the nearest one, and a fix that names it. */
export function missingEvidence(
  claim: PathClaim | EvidenceClaim,
  nearest: string | undefined,
  facts: Facts,
): Pick<Evidence, "data" | "factAt" | "fix"> {
  const { target } = claim;
  if (nearest === undefined) return { data: { target, nearest: "" } };
  return {
    data: { target, nearest: `; ${nearest} is the nearest` },
    factAt: { path: nearest },
    fix: claim.kind === "path" ? rewritePath(claim, nearest, facts) : undefined,
  };
}

/** `../web/src/app.ts` in code: a link starts from its document, but people write the path of a checkout beside this one from the root. */
function mayLeadOut(claim: PathClaim | EvidenceClaim): boolean {
  return claim.target.startsWith("../") && !isLink(claim);
}

function isLink(claim: PathClaim | EvidenceClaim): boolean {
  return claim.kind === "path" ? claim.source === "link" : claim.isLink;
}

/** `feature/seat-maps`, `acme/web`: two words without an extension, of which the first is not a folder here, and which the history never held. */
function mayBeName({ target, location }: PathClaim | EvidenceClaim, facts: Facts): boolean {
  return (
    /^[\w-]+\/[\w-]+$/.test(target) &&
    !facts.paths.plausible(target, location.path) &&
    !placesOf(target, location.path).some((place) => isKnownToHaveExisted(place, facts))
  );
}

function isKnownToHaveExisted(path: string, facts: Facts): boolean {
  const answer = facts.existed(path);
  return answer.kind === "known" && answer.value;
}
