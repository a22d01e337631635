import type { Candidate, Claim, PathClaim } from "../../core/claims/claim.ts";
import type { Document, Inline } from "../../core/document.ts";
import type { Settings } from "../../core/settings.ts";
import { citedPaths, isProspective } from "../references/cited-path.ts";
import { statedCounts } from "../progress/counts.ts";
import { fieldsOfInline } from "../queue/entry-fields.ts";
import { inSequence, type Sequence } from "../in-sequence.ts";
import { promotionNotes } from "../references/promotion-note.ts";
import type { AttributedInline, AttributedPart } from "./attributed-parts.ts";
import { specReferences } from "./prose.ts";
import { remembering } from "../remembering.ts";

/** What other claims speak for already, by offsets in the document. */
export interface TakenOffsets {
  /** Paths that a ledger row gives as evidence. */
  readonly paths: ReadonlySet<number>;
  /** Specs that a title line or a dependency names. */
  readonly specs: ReadonlySet<number>;
}

/** What the words of a document say, one run of words after the other: paths, links, specs, notes and counts. */
export function proseClaims(
  document: Document,
  placed: readonly AttributedPart[],
  { settings, taken }: { readonly settings: Settings; readonly taken: TakenOffsets },
): Claim[] {
  const claims: Claim[] = [];
  for (const said of proseInEach(placed, { settings, list: document.path, about: [document.role], document })) {
    for (const claim of said) {
      const spokenFor =
        (claim.kind === "path" && taken.paths.has(claim.location.offset)) ||
        (claim.kind === "spec-reference" && taken.specs.has(claim.location.offset));
      if (!spokenFor) claims.push(claim);
    }
  }
  return claims;
}

const nothing: readonly Claim[] = [];

const proseInEach = inSequence(
  (
    { inlines }: AttributedPart,
    { document, settings }: Sequence & { readonly document: Document },
  ): readonly Claim[] => {
    const said = inlines.map((placed) =>
      proseIn(placed.inline, { document, placed, source: sourceOf(document, placed, settings), settings }),
    );
    return said.every((one) => one.length === 0) ? nothing : said.flat();
  },
);

const boundary = /\b(?:boundary|boundaries|source[- ]of[- ]truth|basis)\b/i;

/** Anchors of an entry, basis and boundary lines of a document, or prose. */
function sourceOf(
  document: Document,
  { inline, entry, heading }: AttributedInline,
  settings: Settings,
): PathClaim["source"] {
  if (entry !== undefined) return isAnchor(inline, entry) ? "anchor" : "prose";
  return (document.role === "queue" && boundary.test(heading.plain)) || statesBasis(inline, settings)
    ? "basis"
    : "prose";
}

interface ProseContext {
  readonly document: Document;
  readonly placed: AttributedInline;
  readonly source: PathClaim["source"];
  readonly settings: Settings;
}

/** Something that any of the readers looks for: a digit for a count, a spec, an arrow. Paths stand in code and links. */
const anything = /\d|[Ss]pec|SPEC|->|→|=>/;

/** The entry tells by its title whom a note is about, by its key who cites something. */
const proseIn = remembering(
  (inline: Inline, { document, placed, source, settings }: ProseContext): readonly Claim[] => {
    if (inline.codes.length === 0 && inline.links.length === 0 && !anything.test(inline.text)) return nothing;
    const paths = citedPaths(document, placed, source).filter(
      (claim) => claim.kind !== "path" || claim.source !== "prose" || !isProspective(inline, claim.location.offset),
    );
    return [
      ...paths,
      ...(document.role === "queue" ? promotionNotes(document, placed) : []),
      ...specReferences(inline, { entry: placed.entry, role: document.role }),
      ...(placed.entry === undefined ? statedCounts(document, inline, settings) : []),
    ];
  },
  ({ document, placed, source, settings }) => [
    document.role,
    document.path,
    placed.entry?.key,
    placed.entry?.title,
    source,
    settings,
  ],
);

/** Whether an inline stands in the anchors of an entry. */
function isAnchor(inline: Inline, entry: Candidate): boolean {
  const { values, items } = anchorsOf(entry);
  return items.has(inline.location.offset) || values.some((value) => holds(value, inline) || holds(inline, value));
}

interface Anchors {
  readonly values: readonly Inline[];
  /** Offsets of the list items below them. */
  readonly items: ReadonlySet<number>;
}

const knownAnchors = new WeakMap<Candidate, Anchors>();

/** An entry is asked once for each of its inlines: its fields are looked through once. */
function anchorsOf(entry: Candidate): Anchors {
  const known = knownAnchors.get(entry);
  if (known !== undefined) return known;
  const fields = entry.fields.filter(({ names }) => names.includes("anchors"));
  const anchors = {
    values: fields.map(({ value }) => value),
    items: new Set(fields.flatMap(({ items }) => items.map(({ location }) => location.offset))),
  };
  knownAnchors.set(entry, anchors);
  return anchors;
}

/** Whether it is the basis or boundary line of a document. */
function statesBasis(inline: Inline, settings: Settings): boolean {
  return fieldsOfInline(inline, settings).some(
    (field) => field.names.includes("basis") || field.names.includes("boundary"),
  );
}

function holds(
  outer: { location: { offset: number; endOffset: number } },
  inner: { location: { offset: number; endOffset: number } },
): boolean {
  return outer.location.offset <= inner.location.offset && inner.location.endOffset <= outer.location.endOffset;
}
