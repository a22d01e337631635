/**
 * What people write where a path is not in the repository, and why. A phrase is compared word by word, in any case; a word that
 * ends in `*` stands for all words that begin so, and a `*` alone for any one word. Chinese and Japanese have no spaces: there a
 * phrase is found anywhere in a sentence.
 */
export interface AbsenceWords {
  /** It is still to come: "to be created". */
  readonly planned: readonly string[];
  /** It was there once: "was deleted". */
  readonly gone: readonly string[];
  /** It is not part of this repository: "in another repository". */
  readonly elsewhere: readonly string[];
  /** It need not be there: "if it exists". */
  readonly optional: readonly string[];
  /** What leads up to a path of running prose that is still to come, or only an example: "add", "would", "such as". */
  readonly leading: readonly string[];
  /** Nouns for a repository; another word before one of them makes it another repository: "the web repository". */
  readonly repositories: readonly string[];
  /** Words that leave a repository this one: "the", "this", "our". */
  readonly own: readonly string[];
  /** What other repositories do with their files: "owner/name publishes `docs/guide.md`". */
  readonly publishing: readonly string[];
}

export const absenceKinds = [
  "planned",
  "gone",
  "elsewhere",
  "optional",
  "leading",
  "repositories",
  "own",
  "publishing",
] as const satisfies readonly (keyof AbsenceWords)[];

/** Why a path need not be there. */
export type AbsenceKind = "planned" | "gone" | "elsewhere" | "optional";
