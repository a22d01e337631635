import { derived } from "../../core/derived.ts";

/** The elements of a list by their keys. Most keys have one: what is made for each is as little as possible. */
interface Index<Item> {
  readonly first: ReadonlyMap<string, Item>;
  /** For the keys that several elements have, all of them. */
  readonly several: ReadonlyMap<string, readonly Item[]>;
}

/**
 * A look-up of the elements of a list by the keys that each has, in the order of the list. A list is indexed once, when it is first
 * asked for: rules ask about every entry, and must not go through all claims for each.
 */
export function indexBy<Item extends object>(
  keysOf: (item: Item) => readonly string[],
): (all: readonly Item[], key: string) => readonly Item[] {
  const indexes = derived<readonly Item[], Index<Item>>();
  return (all, key) => {
    const index = indexes(all, () => indexed(all, keysOf));
    const several = index.several.get(key);
    if (several !== undefined) return several;
    const only = index.first.get(key);
    return only === undefined ? [] : [only];
  };
}

function indexed<Item>(all: readonly Item[], keysOf: (item: Item) => readonly string[]): Index<Item> {
  const first = new Map<string, Item>();
  const several = new Map<string, Item[]>();
  let one: Item | undefined;
  const add = (key: string): void => {
    const item = one as Item;
    const before = first.get(key);
    const group = several.get(key);
    // An element may give a key twice.
    if (before === undefined) first.set(key, item);
    else if (group === undefined) {
      if (before !== item) several.set(key, [before, item]);
    } else if (group.at(-1) !== item) group.push(item);
  };
  all.forEach((item) => {
    one = item;
    keysOf(item).forEach(add);
  });
  return { first, several };
}
