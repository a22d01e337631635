import type { Location } from "../../core/location.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Settings } from "../../core/settings.ts";
import type { QueueSection } from "./queue-sections.ts";
import type { RawEntry } from "./raw-entry.ts";
import { sectionEntries } from "./section-entries.ts";

/** A section of the queue with the entries and removal records in it, in their order. */
export interface ReadSection extends QueueSection {
  readonly entries: readonly RawEntry[];
  /** Where rows of a table only repeat entries of the document. */
  readonly repeated: readonly Location[];
}

/** Reads the entries of every section. Rows of a table that only repeats entries of the document are none. */
export function readSections(sections: readonly QueueSection[], settings: Settings): readonly ReadSection[] {
  const read = sections.map((found) => ({ ...found, entries: entriesOf(found, settings), repeated: [] }));
  if (!read.some(({ entries }) => entries.some(isRow))) return read;
  const elsewhere = new Set(read.flatMap(({ entries }) => entries.filter((entry) => !isRow(entry)).map(keyOf)));
  const isOverview = (entries: readonly RawEntry[]): boolean =>
    entries.filter(isRow).every((entry) => elsewhere.has(keyOf(entry)));
  return read.map((found) => {
    const own = new Set(found.entries.filter((entry) => !isRow(entry)).map(keyOf));
    const all = isOverview(found.entries);
    const repeats = (entry: RawEntry): boolean => isRow(entry) && (all || own.has(keyOf(entry)));
    return {
      ...found,
      entries: found.entries.filter((entry) => !repeats(entry)),
      repeated: found.entries.filter(repeats).map(({ extent }) => extent),
    };
  });
}

function entriesOf({ section, role }: QueueSection, settings: Settings): readonly RawEntry[] {
  return role === undefined || role === "prose" ? [] : sectionEntries(section, role, settings);
}

function isRow({ title }: RawEntry): boolean {
  return title.shape === "row";
}

function keyOf({ title }: RawEntry): string {
  return entryKey(title.title);
}
