import type { Block, Section } from "../core/document.ts";
import { Origin, originOf, withOrigin } from "./origin.ts";

/** A part of a section, and how far behind its heading it stands. */
type Part = readonly [origin: Origin, offset: number];

interface Kept {
  readonly parts: readonly Part[];
  readonly origin: Origin;
}

const sections = {};
const mostParts = 40;

/** Gives an origin to a section without sections below it: the one that it had when its heading stood above the very same blocks. */
export function markSection(section: Section): void {
  const heading = originOf(section.heading);
  const parts = section.children.length === 0 ? partsOf(section) : undefined;
  if (heading === undefined || parts === undefined) return;
  const known = heading.recall(sections) as Kept | undefined;
  const kept = known !== undefined && isSame(known.parts, parts) ? known : { parts, origin: new Origin() };
  heading.remember(sections, kept);
  withOrigin(section, kept.origin);
}

/** Undefined when one of them is not known by an origin, such as a block of code. */
function partsOf({ blocks, heading }: Section): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (const block of blocks) {
    const things = thingsIn(block);
    // What is that long is a list of many, and no part of anything.
    if (things === undefined || parts.length + things.length > mostParts) return undefined;
    for (const thing of things) {
      const origin = originOf(thing);
      if (origin === undefined) return undefined;
      parts.push([origin, thing.location.offset - heading.location.offset]);
    }
  }
  return parts;
}

function thingsIn(block: Block): readonly { readonly location: Section["location"] }[] | undefined {
  if (block.kind === "paragraph") return [block.content];
  if (block.kind === "list") return block.items;
  return block.kind === "table" ? block.rows : undefined;
}

function isSame(one: readonly Part[], other: readonly Part[]): boolean {
  return (
    one.length === other.length &&
    one.every(([origin, offset], index) => other[index]?.[0] === origin && other[index][1] === offset)
  );
}
