import type { Quotation } from "./quotation.ts";

/** What a repository may say of its own records. */
export const declarationKinds = ["unkept", "elsewhere", "shared", "unused"] as const;
/** `unkept`: that a field, or the records as a whole, are not kept up. `elsewhere`: that another place keeps a field. `shared`: that specs share a number. `unused`: that a number has no spec. */
export type DeclarationKind = (typeof declarationKinds)[number];

/** The words by which a repository says it. A phrase is matched in any case, at the boundaries of words. */
export interface DeclarationWords {
  /** Names of files in the spec root that speak of all that is there. */
  readonly indexes: readonly string[];
  /** What says it. */
  readonly phrases: Readonly<Record<DeclarationKind, readonly string[]>>;
  /** Of what it is said: `unit` for whole records, `number` for their numbers, or the name of a field. */
  readonly subjects: Readonly<Record<string, readonly string[]>>;
  /** Words before a phrase, in the same clause, that turn it round: “not”. */
  readonly negations: readonly string[];
  /** Words that begin a clause which states nothing, and words directly before a phrase that speak of some record or other: “if”, “whose”. */
  readonly conditions: readonly string[];
  readonly relatives: readonly string[];
  /** Words directly after a phrase of the kind `elsewhere` that mean the records themselves. */
  readonly here: readonly string[];
  /** Words between two numbers of a range, and before a number that all earlier ones are meant with. */
  readonly ranges: readonly string[];
  readonly upTo: readonly string[];
  /** Labels of a header field that names the spec which this one is a variant or part of. */
  readonly parents: readonly string[];
}

/** What the documents of a repository say of its records. Nothing is read before something is asked. */
export interface Declarations {
  /** The sentence that says that a field of the specs is not kept up or kept elsewhere, or that they are records of their time; of one spec, if a number is given. */
  unkept(field: string, spec?: number): Quotation | undefined;
  /** The sentence that explains why specs share a number, or why a number has none. */
  explained(kind: "shared" | "unused", spec: number): Quotation | undefined;
}
