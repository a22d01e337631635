import type { Location } from "../core/location.ts";

type Place = Pick<Location, "path" | "offset">;

/** A look-up of the first element of a list that begins at an offset of a file or behind it. A list is sorted once, when it is first asked for. */
export function nextAt<Item>(placeOf: (item: Item) => Place | undefined): (all: readonly Item[], place: Place) => Item | undefined {
  const indexes = new WeakMap<readonly Item[], ReadonlyMap<string, readonly Placed<Item>[]>>();
  return (all, { path, offset }) => {
    const index = indexes.get(all) ?? byPath(all, placeOf);
    indexes.set(all, index);
    const sorted = index.get(path) ?? [];
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((sorted[middle]?.offset ?? Infinity) < offset) from = middle + 1;
      else to = middle;
    }
    return sorted[from]?.item;
  };
}

interface Placed<Item> {
  readonly offset: number;
  readonly item: Item;
}

/** What has no place is left out. */
function byPath<Item>(all: readonly Item[], placeOf: (item: Item) => Place | undefined): Map<string, Placed<Item>[]> {
  const index = new Map<string, Placed<Item>[]>();
  for (const item of all) {
    const place = placeOf(item);
    if (place === undefined) continue;
    const group = index.get(place.path);
    if (group === undefined) index.set(place.path, [{ offset: place.offset, item }]);
    else group.push({ offset: place.offset, item });
  }
  for (const group of index.values()) group.sort((one, other) => one.offset - other.offset);
  return index;
}
