import type { EntryRole, Field } from "../../core/claims/claim.ts";
import type { Block, Inline, ListItem, Section } from "../../core/document.ts";
import type { Location } from "../../core/location.ts";
import type { Settings } from "../../core/settings.ts";
import { fieldsOf, fieldsOfInline, isFieldLabel, inlinesOf } from "./entry-fields.ts";
import { bulletTitle, headingTitle, type EntryTitle } from "./entry-title.ts";
import { promotedLine } from "./promoted-line.ts";

/** An entry as it is in the text, before it is given an identity. */
export interface RawEntry {
  readonly title: EntryTitle;
  readonly line: Inline;
  readonly fields: readonly Field[];
  readonly body: readonly Inline[];
  readonly mark: string | undefined;
  readonly group: Group | undefined;
  /** True for a line of a list that says what left the section. */
  readonly removed: boolean;
  readonly extent: Location;
}

/** A heading that gathers entries. */
export interface Group {
  readonly heading: Inline;
  readonly priority: string | undefined;
}

/** Where an entry is found. */
export interface EntryPlace {
  readonly role: EntryRole;
  readonly settings: Settings;
  readonly group: Group | undefined;
  /** Whether what is found there is a record of something that left the section. */
  readonly removed: boolean;
}

/** The entry that a bullet holds; undefined for a note and for a field of the entry above it. */
export function bulletEntry(item: ListItem, { settings, role, group, removed }: EntryPlace): RawEntry | undefined {
  if (fieldsOf(item, settings).some((field) => field.names.length > 0)) return undefined;
  const title = bulletTitle(item, settings.shapes) ?? (role === "promoted" ? promotedLine(item) : undefined);
  if (title === undefined || (title.shape === "bold" && isFieldLabel(title.title, settings))) return undefined;
  const nested = item.blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
  return {
    title,
    line: item.content,
    fields: [
      ...item.blocks.flatMap((block) => (block.kind === "paragraph" ? fieldsOfInline(block.content, settings) : [])),
      ...nested.flatMap((child) => fieldsOf(child, settings)),
    ],
    body: inlinesOf(item.blocks),
    mark: item.mark,
    group,
    removed: removed || saysRemoved(item, title, role),
    extent: item.location,
  };
}

/** "`Title`: removed because it is already Spec 241" in the active section. */
function saysRemoved(item: ListItem, title: EntryTitle, role: EntryRole): boolean {
  return (
    role === "active" &&
    /^[\s:—–(-]*(?:was |were )?(?:removed?|cleared|retired|dropped)\b/i.test(
      item.content.text.slice(title.bodyStart, title.bodyStart + 40),
    )
  );
}

/** The entry that a heading begins, with those blocks below it that are its own. */
export function headingEntry(
  section: Section,
  own: readonly Block[],
  { settings, group, removed }: EntryPlace,
): RawEntry {
  return {
    title: headingTitle(section.heading),
    line: section.heading,
    fields: own.flatMap((block) => blockFields(block, settings)),
    body: [...inlinesOf(own), ...section.children.flatMap(allInlines)],
    mark: undefined,
    group,
    removed,
    extent: sectionExtent(section),
  };
}

function blockFields(block: Block, settings: Settings): readonly Field[] {
  if (block.kind === "paragraph") return fieldsOfInline(block.content, settings);
  return block.kind === "list" ? block.items.flatMap((item) => fieldsOf(item, settings)) : [];
}

function allInlines(section: Section): Inline[] {
  return [section.heading, ...inlinesOf(section.blocks), ...section.children.flatMap(allInlines)];
}

/** From the heading to the end of the last block below it, at any depth. */
export function sectionExtent(section: Section): Location {
  const last = section.children.at(-1);
  const end = last === undefined ? (section.blocks.at(-1)?.location ?? section.location) : sectionExtent(last);
  return { ...section.location, endLine: end.endLine, endColumn: end.endColumn, endOffset: end.endOffset };
}
