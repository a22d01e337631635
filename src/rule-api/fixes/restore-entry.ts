import type { Base } from "../../core/audit-model.ts";
import type { Candidate, Claims, Quotation, SectionClaim } from "../../core/claims/claim.ts";
import type { Fix } from "../../core/finding.ts";
import { startOf } from "../../core/location.ts";
import type { Settings } from "../../core/settings.ts";
import type { FixInput } from "./append-promoted.ts";
import { sameEntry } from "../queries/entry-keys.ts";
import {
  insertAfterLine,
  isBlank,
  lineEnd,
  lineStart,
  prefixOf,
  sourceLines,
  splitLines,
  type SourceLines,
} from "./source-lines.ts";

export interface RestoreInput extends FixInput {
  readonly base: Base;
}

/**
 * What the base said, at the place of this tree where it would be: an entry that is gone has none of its own, and a line number of
 * the base would point at something else.
 */
export function placeOfGone(
  gone: Candidate,
  claims: Claims,
  { queue }: Settings,
): Quotation & { readonly identity: string } {
  const { text, quote, identity } = gone;
  const location = sectionOf(gone, claims)?.location ?? startOf(queue?.path ?? gone.location.path);
  return { text, ...(quote === undefined ? {} : { quote }), identity, location };
}

/** Puts an entry of the base back where it was, as it was; undefined when that place is not there any more. */
export function restoreEntry(gone: Candidate, input: RestoreInput): Fix | undefined {
  const { claims, facts, base } = input;
  const section = sectionOf(gone, claims);
  const source = section && sourceLines(section.location.path, facts);
  const old = sourceLines(gone.extent.path, base.model.facts);
  if (section === undefined || source === undefined || old === undefined) return undefined;
  const malformed = claims.of("malformed").some(({ location }) => location.path === source.path);
  if (malformed || prefixOf(old, gone.extent.offset) !== "") return undefined;
  const lines = linesOf(gone, old);
  const offset = offsetFor(gone, section, input);
  if (lines === undefined || offset === undefined || levelOf(gone, lines) <= section.level) return undefined;
  const [before, after] = blanksAround(gone, { section, source, old, offset });
  return {
    kind: "safe",
    description: `Put “${gone.title}” back under “${section.title}”.`,
    edits: [insertAfterLine(source, offset, [...before, ...lines, ...after])],
  };
}

/** A heading of the section's own level, or a higher one, would end the section. */
function levelOf({ shape }: Candidate, lines: readonly string[]): number {
  return shape === "heading" ? (/^#+/.exec(lines[0] ?? "")?.[0].length ?? 0) : Infinity;
}

interface Insertion {
  readonly section: SectionClaim;
  readonly source: SourceLines;
  readonly old: SourceLines;
  /** The end of the line that the entry comes after. */
  readonly offset: number;
}

/** The blank lines before and after an entry that is put back. */
function blanksAround(
  { shape, extent }: Candidate,
  { section, source, old, offset }: Insertion,
): readonly [before: readonly string[], after: readonly string[]] {
  const apart = shape === "heading" || offset === section.location.endOffset;
  const next = lineEnd(source, offset) + source.ending.length;
  const before = apart || isBlank(old, lineStart(old, extent.offset) - 1);
  const after = apart && next < source.text.length && !isBlank(source, next);
  return [before ? [""] : [], after ? [""] : []];
}

/** The section of the same heading, else the only one of the same role. */
function sectionOf(gone: Candidate, claims: Claims): SectionClaim | undefined {
  const sections = claims.of("section").filter((one) => one.role === gone.role);
  return sections.find((one) => one.title === gone.section) ?? (sections.length === 1 ? sections[0] : undefined);
}

/** The lines of the entry; undefined for a heading that is underlined and for what is not a bullet. */
function linesOf({ extent, shape }: Candidate, old: SourceLines): string[] | undefined {
  const lines = splitLines(old.text.slice(lineStart(old, extent.offset), lineEnd(old, extent.endOffset)).trimEnd());
  const form = shape === "heading" ? /^#/ : /^(?:[-*+]|\d+[.)]) +/;
  return form.test(old.text.slice(extent.offset, extent.offset + 16)) ? lines : undefined;
}

/** After the entry that was before it and is still in the section; else right below the heading, unless a group would be missed. */
function offsetFor(gone: Candidate, section: SectionClaim, { claims, base }: RestoreInput): number | undefined {
  const present = claims.of("candidate").filter((one) => one.section === section.title && one.group === gone.group);
  const siblings = base.model.claims
    .of("candidate")
    .filter((one) => one.section === gone.section && one.group === gone.group && one.order < gone.order);
  const before = siblings
    .toReversed()
    .map((one) => present.find((other) => sameEntry(one, other)))
    .find((one) => one !== undefined);
  if (before !== undefined)
    return before.shape === gone.shape || before.shape !== "heading" ? before.extent.endOffset : undefined;
  return gone.group === undefined ? section.location.endOffset : undefined;
}
