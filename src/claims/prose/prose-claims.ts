import type { Candidate, Claim, PathClaim } from "../../core/claims/claim.ts";
import type { Document, Inline } from "../../core/document.ts";
import type { Settings } from "../../core/settings.ts";
import { AbsenceReader } from "../references/absence.ts";
import { citedPaths } from "../references/cited-path.ts";
import { statedCounts } from "../progress/counts.ts";
import { fieldsOfInline } from "../queue/entry-fields.ts";
import { promotionNotes } from "../references/promotion-note.ts";
import type { AttributedInline } from "./attributed-inlines.ts";
import { specMentions } from "../references/spec-target.ts";
import { specPaths } from "../references/spec-paths.ts";
import { specReferences } from "./prose.ts";

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
  placed: readonly AttributedInline[],
  { settings, taken }: { readonly settings: Settings; readonly taken: TakenOffsets },
): Claim[] {
  const isAnchor = anchorTest();
  const absence = new AbsenceReader(settings.absence);
  return placed
    .filter(({ inline }) => inline.codes.length > 0 || inline.links.length > 0 || anything.test(inline.text))
    .flatMap((one) => proseIn(one.inline, { document, placed: one, settings, isAnchor, absence }))
    .filter(
      (claim) =>
        !(claim.kind === "path" && taken.paths.has(claim.location.offset)) &&
        !(claim.kind === "spec-reference" && taken.specs.has(claim.location.offset)),
    );
}

/** Something that any of the readers looks for: a digit for a count, a spec, an arrow. Paths are in code and links. */
const anything = /\d|[Ss]pec|SPEC|->|=>|[→⟶⇒⟹➜➔➡]/;

interface ProseContext {
  readonly document: Document;
  readonly placed: AttributedInline;
  readonly settings: Settings;
  readonly isAnchor: AnchorTest;
  readonly absence: AbsenceReader;
}

function proseIn(inline: Inline, context: ProseContext): Claim[] {
  const { document, placed, settings } = context;
  const mentions = specMentions(inline);
  return [
    ...citedPaths({ ...context, source: sourceOf(context) }),
    ...(document.role === "queue" ? promotionNotes(document, placed, mentions) : []),
    ...specReferences(inline, { entry: placed.entry, role: document.role, mentions }),
    ...specPaths(context),
    ...(placed.entry === undefined ? statedCounts(document, inline, settings) : []),
  ];
}

const boundary = /\b(?:boundary|boundaries|source[- ]of[- ]truth|basis)\b/i;

/** Anchors of an entry, basis and boundary lines of a document, or prose. */
function sourceOf({ document, placed, settings, isAnchor }: ProseContext): PathClaim["source"] {
  const { inline, entry, heading } = placed;
  if (entry !== undefined) return isAnchor(inline, entry) ? "anchor" : "prose";
  return (document.role === "queue" && boundary.test(heading.plain)) || statesBasis(inline, settings)
    ? "basis"
    : "prose";
}

/** Whether an inline is in the anchors of an entry. */
type AnchorTest = (inline: Inline, entry: Candidate) => boolean;

interface Anchors {
  readonly values: readonly Inline[];
  /** Offsets of the list items below them. */
  readonly items: ReadonlySet<number>;
}

/** An entry is asked once for each of its inlines, one after the other: its fields are looked through once. */
function anchorTest(): AnchorTest {
  let last: { readonly entry: Candidate; readonly anchors: Anchors } | undefined;
  return (inline, entry) => {
    if (last?.entry !== entry) last = { entry, anchors: anchorsOf(entry) };
    const { values, items } = last.anchors;
    return items.has(inline.location.offset) || values.some((value) => holds(value, inline) || holds(inline, value));
  };
}

function anchorsOf(entry: Candidate): Anchors {
  const fields = entry.fields.filter(({ names }) => names.includes("anchors"));
  return {
    values: fields.map(({ value }) => value),
    items: new Set(fields.flatMap(({ items }) => items.map(({ location }) => location.offset))),
  };
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
