/** So many versions of a thing are kept: those of a tree, of its base, and of the tree before. */
const mostVersions = 3;

/** What was made of some content, by the name of the thing and what identifies its content: trees of one repository share most of what they hold. */
export class Kept<Value> {
  readonly #versions = new Map<string, { readonly id: string; readonly value: Value }[]>();

  /** The value for a content, made when it is not kept. `make` must be pure. */
  get(name: string, id: string, make: () => Value): Value {
    const versions = this.#versions.get(name) ?? [];
    const found = versions.find((one) => one.id === id) ?? { id, value: make() };
    if (versions[0] !== found)
      this.#versions.set(name, [found, ...versions.filter((one) => one !== found)].slice(0, mostVersions));
    return found.value;
  }
}
