import type { AbsenceKind, AbsenceWords } from "../../core/absence-words.ts";
import type { Inline } from "../../core/document.ts";
import { lazily } from "../../core/lazily.ts";
import { Phrases, wordsOf } from "../../core/phrases.ts";

/** What is around a path: its inline, its offsets in the document, and the words above it. */
export interface Surroundings {
  readonly inline: Inline;
  readonly offset: number;
  readonly endOffset: number;
  /** Whether it is in running prose, where weaker words suffice. */
  readonly isProse: boolean;
  /** Headings, header cells and sentences with a colon that lead up to it. */
  readonly above: readonly string[];
}

/** So many characters on each side of a path are looked at. */
const reach = 240;
/** A full stop after fewer letters than these belongs to an abbreviation: "e.g.", "z. B.". */
const sentenceEnd = /(?:[\p{L}\p{N}]{3}|\d|[^\p{L}\p{N}\s.])[.!?](?=\s)|[;。；！？]/gu;

interface IndexedWords {
  readonly stated: readonly (readonly [AbsenceKind, Phrases])[];
  readonly leading: Phrases;
  readonly repositories: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
  readonly publishing: ReadonlySet<string>;
}

function indexed(words: AbsenceWords): IndexedWords {
  return {
    stated: (["gone", "planned", "elsewhere", "optional"] as const).map((kind) => [kind, new Phrases(words[kind])]),
    leading: new Phrases(words.leading),
    repositories: new Set(words.repositories),
    own: new Set(words.own),
    publishing: new Set(words.publishing),
  };
}

/** Tells why a path need not be there, as the words around it say; undefined when they say nothing of the kind. */
export class AbsenceReader {
  readonly #words: () => IndexedWords;

  constructor(words: AbsenceWords) {
    // Most documents cite no path, and there are hundreds of phrases.
    this.#words = lazily(() => indexed(words));
  }

  /** Why a path need not be there. */
  absenceOf({ inline, offset, endOffset, isProse, above }: Surroundings): AbsenceKind | undefined {
    const [start, end] = [offset - inline.location.offset, endOffset - inline.location.offset];
    const before = lastSentence(inline.text.slice(Math.max(0, start - reach), start));
    const after = firstSentence(inline.text.slice(end, end + reach));
    if (isStruck(inline.text, start, end) || /^[`*_)\s]*(?:→|⇒|->|=>)/.test(after)) return "gone";
    // `a.ts` → `b.ts`: what the first is to become.
    if (/`\s*(?:→|⇒|->|=>)\s*`?$/.test(before)) return "planned";
    return (
      this.#statedIn(before) ??
      this.#statedIn(after) ??
      this.#labelled(before) ??
      this.#repositoryIn(before, after) ??
      this.#inParentheses(after) ??
      (isProse ? this.#aroundProse(before, above) : undefined)
    );
  }

  /** Whether words say of what they lead up to that it is not here. */
  isStated(text: string): boolean {
    return this.#statedIn(text) !== undefined || this.#repositoryIn(text, "") !== undefined;
  }

  #statedIn(text: string): AbsenceKind | undefined {
    return this.#words().stated.find(([, phrases]) => phrases.areIn(text))?.[0];
  }

  /** "in the web repository", "acme/web publishes `docs/guide.md`", "acme/web: `docs/guide.md`". */
  #repositoryIn(before: string, after: string): AbsenceKind | undefined {
    const named = [before, after].some((text) => {
      const words = wordsOf(text);
      return words.some((word, index) => this.#isOther(word, words[index - 1]));
    });
    return named || this.#isPublished(before) ? "elsewhere" : undefined;
  }

  #isOther(word: string, previous: string | undefined): boolean {
    const dash = word.lastIndexOf("-");
    if (dash !== -1 && this.#words().repositories.has(word.slice(dash + 1)))
      return !this.#words().own.has(word.slice(0, dash));
    return this.#words().repositories.has(word) && previous !== undefined && !this.#words().own.has(previous);
  }

  #isPublished(before: string): boolean {
    if (/^[\s([`*]*[\w-]+\/[\w.-]+[\])`*]*(?:\([^()\s]*\))?\s*:[\s`*]*$/.test(before)) return true;
    const owner = /(?:^|[\s([`*])[\w-]+\/[\w-]+[\])`*]*(?:\([^()\s]*\))?\s+(\p{L}+)/gu;
    return [...before.matchAll(owner)].some((match) => this.#words().publishing.has((match[1] ?? "").toLowerCase()));
  }

  /** "new: `src/cache.ts`". */
  #labelled(before: string): AbsenceKind | undefined {
    const line = before.split(/[\n(]/).at(-1)?.trim() ?? "";
    const label = /^[*_]*(\p{L}[\p{L} -]{0,29})[*_]*:[*_]* ?`?$/u.exec(line)?.[1];
    return label !== undefined && this.#words().leading.begin(label) ? "planned" : undefined;
  }

  /** "`src/cache.ts` (new)". */
  #inParentheses(after: string): AbsenceKind | undefined {
    const remark = /^[`*_\s]*\(([^()]{1,60})\)/.exec(after)?.[1];
    return remark !== undefined && this.#words().leading.begin(remark) ? "planned" : undefined;
  }

  #aroundProse(before: string, above: readonly string[]): AbsenceKind | undefined {
    if (this.#words().leading.areIn(before)) return "planned";
    return above.some((text) => this.#statedIn(text) !== undefined || this.#words().leading.begin(text))
      ? "planned"
      : undefined;
  }
}

function lastSentence(text: string): string {
  const ends = [...text.matchAll(sentenceEnd)];
  const last = ends.at(-1);
  return last === undefined ? text : text.slice(last.index + last[0].length);
}

function firstSentence(text: string): string {
  const [first] = text.matchAll(sentenceEnd);
  return first === undefined ? text : text.slice(0, first.index + first[0].length);
}

/** `~~src/old.ts~~` */
function isStruck(text: string, start: number, end: number): boolean {
  return text.slice(0, start).split("~~").length % 2 === 0 && text.includes("~~", end);
}
