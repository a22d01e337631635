import type { Candidate } from "../core/claim.ts";
import type { Inline } from "../core/document.ts";
import { entryKey } from "../core/entry-key.ts";

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

/** The values of fields that grade an entry or point somewhere: they hold no reason. */
const grading: readonly string[] = ["priority", "anchors", "dependencies", "boundary", "intent", "review"];

/** What an entry says in words of its own: everything but fields that grade it or point somewhere. */
export function statements({ body, fields }: Candidate): readonly Inline[] {
  const graded = fields.filter(({ key, names }) => names.some((name) => grading.includes(name)) || /^(?:status|state|specs?|formerly|former titles?|previously|renamed from)$/.test(key));
  return body.filter((inline) => !graded.some(({ location, items }) => items.includes(inline) || (inline.location.offset <= location.offset && location.offset < inline.location.endOffset)));
}
