/** Scripts that part their words by no spaces. */
const unspaced = /[\u3040-\u30ff\u3400-\u9fff]/;
const word = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;
/** So many letters of a word are compared first. */
const stemLength = 3;

/** The words of a text in lower case. */
export function wordsOf(text: string): string[] {
  return (text.match(word) ?? []).map((one) => one.toLowerCase().replaceAll("’", "'"));
}

interface Phrase {
  readonly words: readonly string[];
}

/** A list of phrases that texts are searched for. Each is written as `AbsenceWords` describes. */
export class Phrases {
  /** By the first letters of their first words. */
  readonly #spaced = new Map<string, Phrase[]>();
  readonly #unspaced: string[] = [];

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      if (unspaced.test(phrase)) this.#unspaced.push(phrase);
      else this.#add(phrase);
    }
  }

  /** Whether one of them is among the words of a text. */
  areIn(text: string): boolean {
    const words = wordsOf(text);
    return (
      words.some((_, index) => this.#startAt(words, index)) ||
      (unspaced.test(text) && this.#unspaced.some((phrase) => text.includes(phrase)))
    );
  }

  /** Whether a text is one of them, and nothing else. */
  are(text: string): boolean {
    const words = wordsOf(text);
    if (unspaced.test(text)) return this.#unspaced.includes(text.replace(/[^\p{L}\p{N}]/gu, ""));
    return (this.#spaced.get((words[0] ?? "").slice(0, stemLength)) ?? []).some(
      (phrase) =>
        phrase.words.length === words.length && phrase.words.every((wanted, index) => matches(words[index], wanted)),
    );
  }

  /** Whether a text begins with one of them. */
  begin(text: string): boolean {
    return this.#startAt(wordsOf(text), 0) || this.#unspaced.some((phrase) => text.trimStart().startsWith(phrase));
  }

  /** Whether one of them begins at a word of a list. */
  #startAt(words: readonly string[], index: number): boolean {
    const first = words[index] ?? "";
    return (this.#spaced.get(first.slice(0, stemLength)) ?? []).some((phrase) =>
      phrase.words.every((wanted, offset) => matches(words[index + offset], wanted)),
    );
  }

  #add(phrase: string): void {
    const words = phrase.split(" ").flatMap((part) => (part === "*" ? [part] : starred(part)));
    const key = words[0]?.slice(0, stemLength) ?? "";
    this.#spaced.set(key, [...(this.#spaced.get(key) ?? []), { words }]);
  }
}

/** A part of a phrase as words are compared; only its last word keeps the star. */
function starred(part: string): string[] {
  const words = wordsOf(part);
  return part.endsWith("*") ? words.map((one, index) => (index === words.length - 1 ? `${one}*` : one)) : words;
}

function matches(word: string | undefined, wanted: string): boolean {
  if (word === undefined) return false;
  return wanted.endsWith("*") ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
}
