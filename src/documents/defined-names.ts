import type { Options } from "mdast-util-from-markdown";

type Extension = Exclude<NonNullable<Options["extensions"]>[number], readonly unknown[]>;

/** The names of link definitions. The parser keeps a list, asks it for each link, and never looks at its order. */
export class DefinedNames extends Array<string> {
  readonly #names = new Set<string>();

  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  get size(): number {
    return this.#names.size;
  }

  override includes(name: string): boolean {
    return this.#names.has(name);
  }

  override push(...names: string[]): number {
    for (const name of names) this.#names.add(name);
    return this.#names.size;
  }
}

/** An extension of the parser that reads no syntax: it lets several texts share the names that they define. */
export function sharing(defined: DefinedNames): Extension {
  return {
    document: {
      null: {
        tokenize(_, __, nok) {
          this.parser.defined = defined;
          return nok;
        },
      },
    },
  };
}
