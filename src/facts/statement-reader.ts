import type { DeclarationKind, DeclarationWords } from "../core/declaration.ts";
import { readNumbers, type NumberRange } from "./number-ranges.ts";
import { phraseFinder, type PhraseFinder } from "./phrase-finder.ts";

/** What a sentence says of the records. */
export interface Statement {
  readonly kind: DeclarationKind;
  /** What it is said of, by the keys of `DeclarationWords.subjects`; of a field that is kept elsewhere, only what is named before that. */
  readonly subjects: readonly string[];
  /** The numbers that the sentence names; none when it speaks of all. */
  readonly numbers: readonly NumberRange[];
  /** Whether it names the records by a word for them. */
  readonly isAboutUnits: boolean;
}

/** Reads what a sentence states: not what it denies, makes conditional, or says of some record or other. */
export function statementReader(words: DeclarationWords): (sentence: string) => readonly Statement[] {
  const phrases = Object.entries(words.phrases).map(
    ([kind, list]) => [kind as DeclarationKind, phraseFinder(list)] as const,
  );
  const finders = Object.entries(words.subjects).map(([subject, list]) => [subject, phraseFinder(list)] as const);
  const subjectsIn = (text: string): string[] =>
    finders.flatMap(([subject, list]) => (list.first(text) === undefined ? [] : [subject]));
  const isTurned = turnedBy(words);
  const here = phraseFinder(words.here);
  return (sentence) =>
    phrases.flatMap(([kind, phrase]): Statement[] => {
      const clause = clauseBefore(sentence, phrase);
      if (clause === undefined || isTurned(clause)) return [];
      const isElsewhere = kind === "elsewhere";
      if (isElsewhere && here.first(fromFirstWord(phrase.after(sentence) ?? "")) === 0) return [];
      return [
        {
          kind,
          subjects: subjectsIn(isElsewhere ? clause : sentence),
          numbers: readNumbers(sentence, words),
          isAboutUnits: subjectsIn(sentence).includes("unit"),
        },
      ];
    });
}

/** What comes before a phrase in its clause; undefined without the phrase. */
function clauseBefore(sentence: string, phrase: PhraseFinder): string | undefined {
  const at = phrase.first(sentence);
  return at === undefined
    ? undefined
    : sentence
        .slice(0, at)
        .split(/[,;:()–—、，；：]/)
        .at(-1);
}

/** Whether a clause denies what follows it, or states nothing. */
function turnedBy({ negations, conditions, relatives }: DeclarationWords): (clause: string) => boolean {
  const [denied, conditional, relative] = [negations, conditions, relatives].map(phraseFinder);
  return (clause) => {
    const text = clause.trim();
    return (
      denied?.first(text) !== undefined ||
      conditional?.first(text) === 0 ||
      // Two words, one of which may be a verb: “whose status is”.
      relative?.first(text.split(/\s+/).slice(-2).join(" ")) !== undefined
    );
  };
}

function fromFirstWord(text: string): string {
  return text.replace(/^[^\p{L}.]+/u, "");
}
