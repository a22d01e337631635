import type { Base } from "../../core/audit-model.ts";
import type { Location } from "../../core/location.ts";

interface LocatedThing {
  readonly location: Location;
}

/** The line that something begins on, for the truth side of a finding. */
export function placeOf({ location: { path, line } }: LocatedThing): { readonly path: string; readonly line: number } {
  return { path, line };
}

/** What a finding says of the tree that it compares with: the name of the tree, and the place of a thing in it (“docs/queue.md:12”). */
export function placeInBase(
  { name }: Pick<Base, "name">,
  { location: { path, line } }: LocatedThing,
): { readonly base: string; readonly place: string } {
  return { base: name, place: `${path}:${line}` };
}
