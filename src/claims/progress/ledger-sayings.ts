import type { LedgerSayingClaim } from "../../core/claims/claim.ts";
import type { Document } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import { quotedSlice } from "../../documents/slice-inline.ts";
import type { AttributedInline } from "../prose/attributed-inlines.ts";
import { quoteAround, sentences, type Sentence } from "../prose/sentences.ts";
import { namesIn } from "../queue/entry-name.ts";

const status = String.raw`(repo[- ](?:real|adopted|implemented|shipped|complete)|not(?: yet)? implemented|implemented but not productized)`;
/** "the ledger shows a repo-real seat index": what it is said of comes after it, or is the entry. */
const cited = new RegExp(
  String.raw`\bledger (?:now |already |still |also |itself )?(?:shows?|calls?|says|lists?|has|marks?|records?|treats?|describes?|counts?)\b[^.;:!?]{1,60}?\b${status}\b`,
  "i",
);
/** "`Seat index` is repo-adopted": said without the ledger, of what is named before it. */
const stated = new RegExp(
  String.raw`\b(?:is|are|now|already|still) (?:now |already |still |fully )?${status}(?=\s*(?:$|[.,;:)]|and\b|but\b))`,
  "i",
);
const condition =
  /\b(?:if|when|once|until|unless|after|before|would|could|should|may|might|never|no longer|not(?! (?:yet )?implemented| productized))\b/i;
const itself = /^\W*(?:this|it|the (?:entry|candidate|item|capability|feature))\b/i;
/** Words after it that name the thing itself and nothing else. */
const thing =
  /^\W*(?:$|(?:one|version|implementation|capability|feature|slice|row|entry|surface|baseline)\b|and\b|but\b|in\b|for (?:this|it)\b)/i;

/** What sentences outside the ledger say about the status of its rows. */
export function ledgerSayings(document: Document, placed: readonly AttributedInline[]): LedgerSayingClaim[] {
  return placed
    .filter(({ inline }) => /\brepo[- ]|implemented/i.test(inline.text))
    .flatMap((one) => sentences(one.inline).flatMap((sentence) => inSentence(document, one, sentence)));
}

/** The words for a status in a sentence, and where in the inline they are. */
interface Saying {
  readonly said: string;
  readonly start: number;
  readonly end: number;
  readonly isCited: boolean;
  /** The words behind it. */
  readonly rest: string;
}

function sayingIn({ start, text }: Sentence): Saying | undefined {
  const words = text.replace(/\s/g, " ");
  const found = cited.exec(words) ?? stated.exec(words);
  const said = found?.[1];
  if (found === null || said === undefined || condition.test(words)) return undefined;
  const from = start + found.index + found[0].lastIndexOf(said);
  const end = from + said.length;
  return { said, start: from, end, isCited: /^ledger/i.test(found[0]), rest: text.slice(end - start) };
}

function inSentence(document: Document, placed: AttributedInline, sentence: Sentence): LedgerSayingClaim[] {
  const saying = sayingIn(sentence);
  if (saying === undefined) return [];
  const { inline } = placed;
  const { said, start, end, isCited, rest } = saying;
  const subject = subjectOf(placed, sentence, saying);
  const following = isCited && subject === undefined ? firstWords(rest) : "";
  if (subject === undefined && following === "") return [];
  const piece = { ...quotedSlice(inline, start, end), quote: quoteAround(inline, start, end) };
  return [
    {
      kind: "ledger-saying",
      document: document.role,
      identity: `${subject?.key ?? following}/ledger says ${entryKey(said)}`,
      ...piece,
      title: subject?.title,
      key: subject?.key,
      following,
      word: { ...piece, text: said.replace(/^repo[- ]/i, "") },
    },
  ];
}

/** The key of the words up to the next pause. */
function firstWords(text: string): string {
  return entryKey(/^[^.,;:()]*/.exec(text)?.[0] ?? "");
}

/** The one thing that the sentence names, or the entry of which it speaks. */
function subjectOf(
  { inline, entry }: AttributedInline,
  { start, end, text }: Sentence,
  saying: Saying,
): { readonly title: string; readonly key: string } | undefined {
  const base = inline.location.offset;
  const last = base + (saying.isCited ? end : saying.start);
  const isLabel = (after: number): boolean => /^[*_]*\s*[:：]/.test(inline.text.slice(after, after + 8));
  const [only, other] = namesIn(inline).filter(
    ({ location: { offset, endOffset }, target }) =>
      target === undefined && offset >= base + start && endOffset <= last && !isLabel(endOffset - base),
  );
  if (only !== undefined) return other === undefined ? { title: only.text, key: only.key } : undefined;
  return entry !== undefined && (saying.isCited ? thing.test(saying.rest) : itself.test(text)) ? entry : undefined;
}
