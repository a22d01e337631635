import type { Candidate, Claim, PathClaim } from "../core/claim.ts";
import type { Document, Inline } from "../core/document.ts";
import type { Settings } from "../core/settings.ts";
import { citedPaths, isProspective } from "./cited-path.ts";
import { statedCounts } from "./counts.ts";
import { fieldsOfInline } from "./entry-fields.ts";
import { promotionNotes } from "./promotion-note.ts";
import { specReferences, type PlacedInline } from "./prose.ts";
import { remembering } from "./remembering.ts";

/** What other claims speak for already, by offsets in the document. */
export interface Taken {
  /** Paths that a ledger row gives as evidence. */
  readonly paths: ReadonlySet<number>;
  /** Specs that a title line or a dependency names. */
  readonly specs: ReadonlySet<number>;
}

/** What the words of a document say, one run of words after the other: paths, links, specs, notes and counts. */
export function spokenClaims(document: Document, placed: readonly PlacedInline[], { settings, taken }: { readonly settings: Settings; readonly taken: Taken }): Claim[] {
  const claims: Claim[] = [];
  const inBoundary = new Map(placed.map(({ section }) => [section, document.role === "queue" && boundary.test(section.heading.plain)]));
  for (const one of placed) {
    const source = one.entry === undefined ? (inBoundary.get(one.section) === true || statesBasis(one.inline, settings) ? "basis" : "prose") : isAnchor(one.inline, one.entry) ? "anchor" : "prose";
    for (const claim of spokenIn(one.inline, { document, placed: one, source, settings })) {
      const spokenFor = (claim.kind === "path" && taken.paths.has(claim.location.offset)) || (claim.kind === "spec-reference" && taken.specs.has(claim.location.offset));
      if (!spokenFor) claims.push(claim);
    }
  }
  return claims;
}

const boundary = /\b(?:boundary|boundaries|source[- ]of[- ]truth|basis)\b/i;

interface Speech {
  readonly document: Document;
  readonly placed: PlacedInline;
  readonly source: PathClaim["source"];
  readonly settings: Settings;
}

/** The entry tells by its title whom a note is about, by its key who cites something. */
const spokenIn = remembering((inline: Inline, { document, placed, source, settings }: Speech): readonly Claim[] => {
  const paths = citedPaths(document, placed, source).filter((claim) => claim.kind !== "path" || claim.source !== "prose" || !isProspective(inline, claim.location.offset));
  return [
    ...paths, ...(document.role === "queue" ? promotionNotes(document, placed) : []), ...specReferences(inline, { entry: placed.entry, role: document.role }),
    ...(placed.entry === undefined ? statedCounts(document, inline, settings) : []),
  ];
}, ({ document, placed, source, settings }) => [document.role, document.path, placed.entry?.key, placed.entry?.title, source, settings]);

/** Whether an inline stands in the anchors of an entry. */
function isAnchor(inline: Inline, { fields }: Candidate): boolean {
  for (const field of fields) {
    if (field.names.includes("anchors") && (holds(field.value, inline) || field.items.some((item) => item.location.offset === inline.location.offset) || holds(inline, field.value))) return true;
  }
  return false;
}

/** Whether it is the basis or boundary line of a document. */
function statesBasis(inline: Inline, settings: Settings): boolean {
  return fieldsOfInline(inline, settings).some((field) => field.names.includes("basis") || field.names.includes("boundary"));
}

function holds(outer: { location: { offset: number; endOffset: number } }, inner: { location: { offset: number; endOffset: number } }): boolean {
  return outer.location.offset <= inner.location.offset && inner.location.endOffset <= outer.location.endOffset;
}
