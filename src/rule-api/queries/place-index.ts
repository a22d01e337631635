import { derived } from "../../core/derived.ts";
import type { Location } from "../../core/location.ts";

type Place = Pick<Location, "path" | "offset">;
type Stretch = Pick<Location, "path" | "offset" | "endOffset">;

/** Look-ups of the elements of a list by their places. A list is sorted once, when it is first asked for: rules ask for every entry, and must not go through all claims for each. */
export interface PlaceIndex<Item> {
  /** The first element that begins at an offset of a file or after it. */
  readonly next: (all: readonly Item[], place: Place) => Item | undefined;
  /** The elements that begin inside a stretch of a file, in its order. */
  readonly within: (all: readonly Item[], stretch: Stretch) => readonly Item[];
}

/** An index of lists by the place that each element has. What has no place is never found. */
export function placeIndex<Item>(placeOf: (item: Item) => Place | undefined): PlaceIndex<Item> {
  const indexes = derived<readonly Item[], ReadonlyMap<string, readonly PlacedItem<Item>[]>>();
  const sortedIn = (all: readonly Item[], path: string): readonly PlacedItem<Item>[] => {
    return indexes(all, () => byPath(all, placeOf)).get(path) ?? [];
  };
  return {
    next: (all, { path, offset }) => {
      const sorted = sortedIn(all, path);
      return sorted[firstFrom(sorted, offset)]?.item;
    },
    within: (all, { path, offset, endOffset }) => {
      const sorted = sortedIn(all, path);
      return sorted.slice(firstFrom(sorted, offset), firstFrom(sorted, endOffset)).map(({ item }) => item);
    },
  };
}

interface PlacedItem<Item> {
  readonly offset: number;
  readonly item: Item;
}

/** The index of the first element at an offset or after it. */
function firstFrom(sorted: readonly PlacedItem<unknown>[], offset: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle]?.offset ?? Infinity) < offset) from = middle + 1;
    else to = middle;
  }
  return from;
}

function isSorted(group: readonly PlacedItem<unknown>[]): boolean {
  return group.every(({ offset }, index) => index === 0 || (group[index - 1]?.offset ?? 0) <= offset);
}

function byPath<Item>(
  all: readonly Item[],
  placeOf: (item: Item) => Place | undefined,
): Map<string, PlacedItem<Item>[]> {
  const index = new Map<string, PlacedItem<Item>[]>();
  for (const item of all) {
    const place = placeOf(item);
    if (place === undefined) continue;
    const group = index.get(place.path);
    if (group === undefined) index.set(place.path, [{ offset: place.offset, item }]);
    else group.push({ offset: place.offset, item });
  }
  // What the documents are read in is their order already.
  for (const group of index.values()) if (!isSorted(group)) group.sort((one, other) => one.offset - other.offset);
  return index;
}
