import type { Location } from "../core/location.ts";
import { moved } from "../documents/moved.ts";
import { moveBetween, originOf } from "../documents/origin.ts";

interface Placed {
  readonly location: Location;
}

interface Kept<Result> {
  /** What else the result rests on. */
  readonly about: readonly unknown[];
  readonly at: Location;
  readonly result: Result;
  lastAt: Location;
  last: Result;
}

/**
 * A reader of one part of a document that reads each part once: where the same part comes up again further down, in the next commit or behind the next
 * save, the result is moved there. `read` must be pure and rest on nothing but the part and what `about` lists. Slices are read each time.
 */
export function remembering<Thing extends Placed, Context, Result>(
  read: (thing: Thing, context: Context) => Result,
  about: (context: Context) => readonly unknown[],
): (thing: Thing, context: Context) => Result {
  const reader = {};
  return (thing, context) => {
    const origin = originOf(thing);
    if (origin === undefined) return read(thing, context);
    const rests = about(context);
    const { location } = thing;
    const known = origin.recall(reader) as Kept<Result> | undefined;
    if (known === undefined || !isSame(known.about, rests)) {
      const result = read(thing, context);
      origin.remember(reader, { about: rests, at: location, result, lastAt: location, last: result });
      return result;
    }
    if (known.lastAt.offset !== location.offset || known.lastAt.line !== location.line) {
      known.last = moved(known.result, moveBetween(known.at, location));
      known.lastAt = location;
    }
    return known.last;
  };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one === other) return true;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return one.length === other.length;
}
