import type { EntryRole, Field } from "../../core/claims/claim.ts";
import type { Block, Inline, ListItem, Section } from "../../core/document.ts";
import type { Location } from "../../core/location.ts";
import type { Settings } from "../../core/settings.ts";
import { fieldsOf, fieldsOfInline, isFieldLabel, inlinesOf } from "./entry-fields.ts";
import { bulletTitle, headingTitle, wholeTitle, type EntryTitle } from "./entry-title.ts";
import { promotedLine } from "./promoted-line.ts";
import { struckStart, unstruck } from "./struck-entry.ts";

/** An entry as it is in the text, before it is given an identity. */
export interface RawEntry {
  readonly title: EntryTitle;
  readonly line: Inline;
  readonly fields: readonly Field[];
  readonly body: readonly Inline[];
  readonly mark: string | undefined;
  /** True when the title is struck out. */
  readonly struck?: boolean;
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
export function bulletEntry(given: ListItem, place: EntryPlace): RawEntry | undefined {
  const struck = unstruck(given);
  const item = struck?.item ?? given;
  const title = titleOf(item, struck?.isBold === true, place);
  if (title === undefined) return undefined;
  const body = inlinesOf(item.blocks);
  return {
    title,
    line: item.content,
    fields: nestedFields(item, place.settings),
    body: struck === undefined ? body : [struck.rest, ...body],
    mark: item.mark,
    struck: struck !== undefined,
    group: place.group,
    removed: place.removed || saysRemoved(given, struck === undefined ? title.bodyStart : 0, place.role),
    extent: item.location,
  };
}

function titleOf(item: ListItem, isStruckBold: boolean, { settings, role }: EntryPlace): EntryTitle | undefined {
  if (fieldsOf(item, settings).some((field) => field.names.length > 0)) return undefined;
  const title =
    bulletTitle(item, settings.shapes) ??
    (isStruckBold ? wholeTitle(item.content) : undefined) ??
    (role === "promoted" ? promotedLine(item) : undefined);
  return title?.shape === "bold" && isFieldLabel(title.title, settings) ? undefined : title;
}

function nestedFields({ blocks }: ListItem, settings: Settings): Field[] {
  const nested = blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
  return [
    ...blocks.flatMap((block) => (block.kind === "paragraph" ? fieldsOfInline(block.content, settings) : [])),
    ...nested.flatMap((child) => fieldsOf(child, settings)),
  ];
}

/** "`Title`: removed because it is already Spec 241" in the active section. */
function saysRemoved(item: ListItem, from: number, role: EntryRole): boolean {
  return (
    role === "active" &&
    /^[\s:—–(-]*(?:was |were )?(?:removed?|cleared|retired|dropped)\b/i.test(
      item.content.text.slice(from).trimStart().slice(0, 40),
    )
  );
}

/** The entry that a heading begins, with those blocks below it that are its own. */
export function headingEntry(
  section: Section,
  own: readonly Block[],
  { settings, group, removed }: EntryPlace,
): RawEntry {
  const struck = struckStart(section.heading);
  return {
    title: headingTitle(struck?.title ?? section.heading),
    struck: struck !== undefined,
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
