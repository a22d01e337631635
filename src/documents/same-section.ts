import type { Block, Section } from "../core/document.ts";
import { originOf } from "./origin.ts";

const reader = {};

/**
 * A section as it was in the last version of its document, where nothing in it has changed or even moved: the very same object, so that nobody reads it again. The sections
 * below it must have been looked up before.
 */
export function sameSection<Kind extends Section>(section: Kind): Kind {
  const heading = originOf(section.heading);
  if (heading === undefined) return section;
  const known = heading.recall(reader) as Kind | undefined;
  if (known !== undefined && isSame(known, section)) return known;
  heading.remember(reader, section);
  return section;
}

function isSame(one: Section, other: Section): boolean {
  if (one.heading !== other.heading || one.slug !== other.slug || one.level !== other.level) return false;
  return (
    areSame(one.children, other.children) &&
    one.blocks.length === other.blocks.length &&
    one.blocks.every((block, index) => isSameBlock(block, other.blocks[index]))
  );
}

/** Lists and tables are put together anew each time; their items and rows are not. */
function isSameBlock(one: Block, other: Block | undefined): boolean {
  if (one === other) return true;
  if (one.kind === "list" && other?.kind === "list")
    return one.ordered === other.ordered && areSame(one.items, other.items);
  return (
    one.kind === "table" &&
    other?.kind === "table" &&
    areSame(one.header, other.header) &&
    areSame(one.rows, other.rows)
  );
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}
