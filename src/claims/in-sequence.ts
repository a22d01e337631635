import type { Settings } from "../core/settings.ts";

/** Which list it is, and what its elements are read with. */
export interface Sequence {
  readonly settings: Settings;
  /** A name that the list keeps from one version of its document to the next. */
  readonly list: string;
  /** What the results rest on beside elements and settings. */
  readonly about?: readonly unknown[];
}

interface Kept<Thing, Result> {
  readonly about: readonly unknown[];
  readonly things: readonly Thing[];
  readonly results: readonly Result[];
}

const nothing: readonly unknown[] = [];

/**
 * A reader of lists that mostly are a list that was read before with an element more or less: the elements with which both begin and end are the very same objects, and
 * are not read again. Where nothing changed, so did not the list of results. `read` must be pure.
 */
export function inSequence<Thing, Context extends Sequence, Result>(
  read: (thing: Thing, context: Context) => Result,
): (things: readonly Thing[], context: Context) => readonly Result[] {
  const lists = new WeakMap<Settings, Map<string, Kept<Thing, Result>>>();
  return (things, context) => {
    const { settings, list, about = nothing } = context;
    const named = lists.get(settings) ?? new Map<string, Kept<Thing, Result>>();
    const known = named.get(list);
    const before = known !== undefined && isSame(known.about, about) ? known : undefined;
    const results =
      before === undefined
        ? things.map((thing) => read(thing, context))
        : readChanged(things, before, (thing) => read(thing, context));
    lists.set(settings, named.set(list, { about, things, results }));
    return results;
  };
}

function readChanged<Thing, Result>(
  things: readonly Thing[],
  before: Kept<Thing, Result>,
  read: (thing: Thing) => Result,
): readonly Result[] {
  const least = Math.min(things.length, before.things.length);
  let start = 0;
  while (start < least && things[start] === before.things[start]) start += 1;
  if (start === things.length && start === before.things.length) return before.results;
  const shift = before.things.length - things.length;
  let end = things.length;
  while (end > start && end + shift > start && things[end - 1] === before.things[end + shift - 1]) end -= 1;
  const results = before.results.slice(0, start);
  for (let index = start; index < end; index += 1) results.push(read(things[index] as Thing));
  for (let index = end + shift; index < before.results.length; index += 1)
    results.push(before.results[index] as Result);
  return results;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one === other || (one.length === other.length && one.every((value, index) => value === other[index]));
}
