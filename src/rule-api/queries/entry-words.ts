import type { Candidate, Field } from "../../core/claims/claim.ts";
import type { Inline } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";

/** The different words of texts, without case and punctuation. */
export function wordsOf(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => entryKey(text).split(" ")).filter((word) => word !== ""));
}

/** The different words of an entry beside its title. */
export function entryWords({ body }: Candidate): ReadonlySet<string> {
  return wordsOf(...body.map(({ plain }) => plain));
}

/** How much of some words others hold, from 0 to 1. */
export function shareOf(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return words.size === 0 ? 1 : [...words].filter((word) => others.has(word)).length / words.size;
}

/** Fields that grade an entry or point somewhere: they hold no reason. */
const grading: readonly string[] = ["priority", "anchors", "dependencies", "boundary", "intent", "review"];

export function isGrading({ key, names }: Field): boolean {
  return (
    names.some((name) => grading.includes(name)) ||
    /^(?:status|state|specs?|formerly|former titles?|previously|renamed from)$/.test(key)
  );
}

/** What an entry says in words of its own: everything but some fields, by default those that grade it or point somewhere. */
export function statements(
  { body, fields }: Candidate,
  without: (field: Field) => boolean = isGrading,
): readonly Inline[] {
  const graded = fields.filter(without);
  return body.filter(
    (inline) =>
      !graded.some(
        ({ location, items }) =>
          items.includes(inline) ||
          (inline.location.offset <= location.offset && location.offset < inline.location.endOffset),
      ),
  );
}
