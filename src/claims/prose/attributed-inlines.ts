import type { Candidate } from "../../core/claims/claim.ts";
import type { Document, Inline } from "../../core/document.ts";
import { walkSections } from "../../documents/walk-sections.ts";
import { inlinesOf } from "../queue/entry-fields.ts";

/** An inline of a document with where it stands. */
export interface AttributedInline {
  readonly inline: Inline;
  /** The heading that it stands under, or that it is. */
  readonly heading: Inline;
  /** The innermost entry whose extent holds it. */
  readonly entry: Candidate | undefined;
}

/** Every inline of a document in order. */
export function attributedInlines(document: Document, candidates: readonly Candidate[]): AttributedInline[] {
  const entryAt = entriesInOrder(candidates);
  const placed: AttributedInline[] = [];
  const place = (inline: Inline, heading: Inline): void =>
    void placed.push({ inline, heading, entry: entryAt(inline.location.offset) });
  for (const { level, heading, blocks } of walkSections(document.root)) {
    if (level > 0) place(heading, heading);
    for (const inline of inlinesOf(blocks)) place(inline, heading);
  }
  return placed;
}

/** A look-up of the entry that holds an offset. Offsets must be asked for in their order. */
function entriesInOrder(candidates: readonly Candidate[]): (offset: number) => Candidate | undefined {
  let next = 0;
  return (offset) => {
    while ((candidates[next]?.extent.endOffset ?? Infinity) <= offset) next += 1;
    const candidate = candidates[next];
    return candidate !== undefined && candidate.extent.offset <= offset ? candidate : undefined;
  };
}
