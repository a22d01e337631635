import { isPlaceholder } from "../../core/placeholder.ts";
import type { EntryMove } from "./entry-moves.ts";
import { statements, wordsOf } from "./entry-words.ts";

/** Labels of what was decided about an entry, and of why it is back. “Why promotable now” is a field that any active entry has. */
const label =
  /^(?:reviv|reopen|re-?activat|resum|restor|return|taken up|back|moved?\b|released?\b|decision|decided|why (?:again|back|now|revived|reopened)|reason for (?:reviv|reopen|return)|wieder|reaktivier|entscheidung|entschieden|repris|réactiv|rouvert|décision|reactiv|retomad|reabiert|decisión|reativ|reabert|decisão|再開|復活|決定|恢复|重启|重新|决定)/;
/** Words of a field that says why something is taken up again. */
const again =
  /\b(?:again|anew|once more|reviv\w*|reopen\w*|re-?activat\w*|resum(?:e[ds]?|ing)|restored|returned|came back|comes back|is back|taken up|no longer superseded|was superseded|was replaced|was rejected|was withdrawn|after all|now that|turned out|replacement (?:failed|was|is)|wieder|erneut|reaktiviert|doch|de nuevo|otra vez|reactiv\w*|retomad\w*|novamente|de novo|reativ\w*|reabert\w*|de nouveau)\b|à nouveau|réactiv|rouvert|reprise?\b|再開|復活|再び|再度|改めて|重新|恢复|再次|重启/iu;

/**
 * Whether a revived entry says why it is taken up again: in a field about that, in a sentence of its own, or in a field that speaks of it; in words that the base does not have.
 * Placeholders say nothing.
 */
export function saysWhyRevived({ before, after }: EntryMove): boolean {
  const known = wordsOf(before.title, after.title, ...before.body.map(({ plain }) => plain));
  const isReason = (text: string, fewest: number): boolean =>
    !isPlaceholder(text) &&
    [...wordsOf(text)].filter((word) => /\p{L}{2}/u.test(word) && !known.has(word)).length >= fewest;
  if (after.fields.some(({ key, value }) => label.test(key) && isReason(value.plain, 1))) return true;
  const sentences = statements(after, () => true).map(({ plain }) => plain);
  return (
    sentences.some((text) => isReason(text, 2)) ||
    after.fields.some(({ value: { plain } }) => again.test(plain) && isReason(plain, 2))
  );
}

/** Whether an entry holds a field that asks for a reason and has none. */
export function asksForReason({ after }: EntryMove): boolean {
  return after.fields.some(({ key, value }) => label.test(key) && isPlaceholder(value.plain));
}
