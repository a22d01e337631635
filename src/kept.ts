/** So many versions of a thing are kept: those of a tree, of its base, and of the tree before. */
const mostVersions = 3;

/** What was made of some content, by the name of the thing and what identifies its content: trees of one repository share most of what they hold. */
export class Kept<Value> {
  readonly #versions = new Map<string, readonly Version<Value>[]>();

  /** The value for a content, made when it is not kept. `make` must rest on nothing but the content, which is the same when all of `ids` are. */
  get(name: string, ids: readonly unknown[], make: () => Value): Value {
    const versions = this.#versions.get(name) ?? [];
    const found = versions.find((one) => isSame(one.ids, ids)) ?? { ids, value: make() };
    if (versions[0] !== found)
      this.#versions.set(name, [found, ...versions.filter((one) => one !== found)].slice(0, mostVersions));
    return found.value;
  }
}

interface Version<Value> {
  readonly ids: readonly unknown[];
  readonly value: Value;
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((id, index) => id === others[index]);
}
