/**
 * A look-up of the elements of a list by the keys that each has, in the order of the list. A list is indexed once, when it is first
 * asked for: rules ask about every entry, and must not go through all claims for each.
 */
export function indexBy<Item>(keysOf: (item: Item) => readonly string[]): (all: readonly Item[], key: string) => readonly Item[] {
  const indexes = new WeakMap<readonly Item[], ReadonlyMap<string, readonly Item[]>>();
  return (all, key) => {
    const index = indexes.get(all) ?? indexed(all, keysOf);
    indexes.set(all, index);
    return index.get(key) ?? [];
  };
}

function indexed<Item>(all: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const index = new Map<string, Item[]>();
  all.forEach((one) => {
    keysOf(one).forEach((key) => {
      const group = index.get(key);
      if (group === undefined) index.set(key, [one]);
      // An element may give a key twice.
      else if (group.at(-1) !== one) group.push(one);
    });
  });
  return index;
}
