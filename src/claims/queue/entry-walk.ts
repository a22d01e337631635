import type { EntryRole, Field } from "../../core/claims/claim.ts";
import type { Block, Inline, List, ListItem, Section } from "../../core/document.ts";
import type { Location } from "../../core/location.ts";
import type { Settings } from "../../core/settings.ts";
import { originOf, withOrigin } from "../../documents/origin.ts";
import { fieldsOf, fieldsOfInline, inlinesOf } from "./entry-fields.ts";
import { bulletTitle, headingTitle, type EntryTitle } from "./entry-title.ts";
import { inSequence, type Sequence } from "../in-sequence.ts";
import { priorityToken } from "./priority-token.ts";
import { remembering } from "../remembering.ts";

/** An entry as it stands in the text, before it is given an identity. */
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

export interface Group {
  readonly heading: Inline;
  readonly priority: string | undefined;
}

/** An entry where the walk came upon it. With the origin of its bullet, when nothing else has a part in it. */
export interface FoundEntry extends Pick<RawEntry, "removed" | "extent"> {
  readonly location: Location;
  /** What it says: not read again for those that are known. */
  read(): RawEntry;
}

interface Walk {
  readonly role: EntryRole;
  readonly settings: Settings;
  readonly group: Group | undefined;
  readonly removed: boolean;
}

const removal =
  /\b(?:removed|cleared|moved out|no longer|retired|dropped|already (?:cover|specced|promoted)|left the (?:active )?queue)/i;

/** All entries of a section whose role holds entries, in document order. */
export function entriesOf(section: Section, role: EntryRole, settings: Settings): FoundEntry[] {
  return walkSection(section, { role, settings, group: undefined, removed: false });
}

function walkSection(section: Section, walk: Walk): FoundEntry[] {
  return bulletsOf(section, walk).concat(walkChildren(section.children, walk));
}

function walkChildren(children: readonly Section[], walk: Walk): FoundEntry[] {
  let group = walk.group;
  return children.flatMap((child) => {
    if (isGroup(child, walk.settings)) {
      group = {
        heading: child.heading,
        priority: priorityToken(child.heading.plain)?.priority ?? walk.group?.priority,
      };
      return walkSection(child, { ...walk, group });
    }
    if (walk.role === "active" && removal.test(child.heading.plain))
      return walkSection(child, { ...walk, group, removed: true });
    return headingEntry(child, { ...walk, group });
  });
}

/** A heading that gathers entries: a priority heading, or one without fields above sub-headings that have some. */
function isGroup(section: Section, settings: Settings): boolean {
  if (hasFields(section, settings)) return false;
  return (
    priorityToken(section.heading.text) !== undefined || section.children.some((child) => hasFields(child, settings))
  );
}

const hasFields = remembering(
  (section: Section, settings: Settings): boolean =>
    section.blocks.some((block) => {
      if (block.kind === "paragraph") return fieldsOfInline(block.content, settings).length > 0;
      return block.kind === "list" && block.items.some((item) => isField(item, settings));
    }),
  (settings) => [settings],
);

/** A bullet with a label: any bold one with a colon, or a plain one that names a known field. */
function isField(item: ListItem, settings: Settings): boolean {
  return fieldsOf(item, settings).length > 0;
}

/** Bullets that stand directly in a section or group, each an entry if it begins with a title. */
function bulletsOf({ blocks, slug, location }: Section, walk: Walk): FoundEntry[] {
  let intro = "";
  return blocks.flatMap((block, index) => {
    if (block.kind === "paragraph") intro = block.content.plain;
    if (block.kind !== "list") return [];
    const removed = walk.removed || (walk.role === "active" && announcesRemoval(intro, block, walk));
    const own = { ...walk, removed };
    const { settings } = walk;
    return bulletEntries(block.items, {
      settings,
      list: `${location.path} ${slug} ${index}`,
      about: [walk.role, removed, walk.group],
      own,
    }).filter((entry) => entry !== undefined);
  });
}

const bulletEntries = inSequence((item: ListItem, { own }: Sequence & { readonly own: Walk }): FoundEntry | undefined =>
  bulletEntry(item, own),
);

/** A sentence that ends in a colon; or any, also "recently promoted", above a list in which every line points at a spec. */
function announcesRemoval(intro: string, list: List, walk: Walk): boolean {
  if (removal.test(intro) && /:\s*$/.test(intro)) return true;
  if (!removal.test(intro) && !/\b(?:was|were|been|recently|just) promoted\b/i.test(intro)) return false;
  return list.items.every((item) => (bulletTitle(item, walk.settings.shapes)?.targets.length ?? 0) > 0);
}

function bulletEntry(item: ListItem, walk: Walk): FoundEntry | undefined {
  const { group } = walk;
  const outcome = outcomeOf(item, walk);
  if (outcome === "note") return undefined;
  const read = (): RawEntry => {
    const entry = ungroupedEntry(item, walk);
    if (entry === undefined) throw new Error("what was an entry is none");
    return group === undefined ? entry : { ...entry, group };
  };
  const found = { location: item.location, extent: item.location, removed: outcome === "removed", read };
  const origin = group === undefined ? originOf(item) : undefined;
  return origin === undefined ? found : withOrigin(found, origin);
}

/** What entries rest on beside their own words. Groups are put in later. */
function aboutEntries(walk: Walk): readonly unknown[] {
  const found = abouts.get(walk);
  if (found !== undefined) return found;
  const { settings, role, removed } = walk;
  const made = [settings, role, removed];
  abouts.set(walk, made);
  return made;
}

/** One list for all bullets of a list. */
const abouts = new WeakMap<Walk, readonly unknown[]>();

const ungroupedEntry = remembering(readBullet, aboutEntries);
const outcomeOf = remembering((item: ListItem, walk: Walk): "note" | "entry" | "removed" => {
  const entry = ungroupedEntry(item, walk);
  return entry === undefined ? "note" : entry.removed ? "removed" : "entry";
}, aboutEntries);

function readBullet(item: ListItem, walk: Walk): RawEntry | undefined {
  if (fieldsOf(item, walk.settings).some((field) => field.names.length > 0)) return undefined;
  const title = bulletTitle(item, walk.settings.shapes);
  if (title === undefined) return undefined;
  const nested = item.blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
  return {
    title,
    line: item.content,
    fields: [
      ...item.blocks.flatMap((block) =>
        block.kind === "paragraph" ? fieldsOfInline(block.content, walk.settings) : [],
      ),
      ...nested.flatMap((child) => fieldsOf(child, walk.settings)),
    ],
    body: inlinesOf(item.blocks),
    mark: item.mark,
    group: undefined,
    removed: walk.removed || saysRemoved(item, title, walk.role),
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

function headingEntry(section: Section, walk: Walk): FoundEntry[] {
  const { group, removed } = walk;
  const outcome = headingOutcome(section, walk);
  if (outcome !== "one") return severalEntries(section, walk);
  const found = {
    location: section.location,
    extent: sectionExtent(section),
    removed,
    read: () => ({ ...loneEntry(section, walk), group }),
  };
  const origin = group === undefined ? originOf(section) : undefined;
  return [origin === undefined ? found : withOrigin(found, origin)];
}

/** Most headings hold one entry and nothing that follows it. */
const headingOutcome = remembering((section: Section, walk: Walk): "one" | "other" => {
  const hasMore = section.blocks.some(
    (block) => block.kind === "list" && splitAfterFields(block, walk).following.length > 0,
  );
  return hasMore || headingTitle(section.heading).title === "" ? "other" : "one";
}, aboutEntries);

const loneEntry = remembering(
  (section: Section, walk: Walk): RawEntry => rawHeading(section, section.blocks, { ...walk, group: undefined }),
  aboutEntries,
);

function rawHeading(section: Section, own: readonly Block[], { settings, group, removed }: Walk): RawEntry {
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

function severalEntries(section: Section, walk: Walk): FoundEntry[] {
  const split = section.blocks.map((block) =>
    block.kind === "list" ? splitAfterFields(block, walk) : { own: block, following: [] },
  );
  const following = split.flatMap((one) => one.following);
  const raw = rawHeading(
    section,
    split.map(({ own }) => own),
    walk,
  );
  const entry = following.length === 0 ? raw : { ...raw, extent: upTo(section, following[0]?.extent) };
  return entry.title.title === ""
    ? following
    : [{ ...entry, location: section.location, read: () => entry }, ...following];
}

/**
 * Bullets that begin with a title in code or point at a spec, after the last field of the same list, are entries of
 * their own: their author ended one entry and went on with the next without a heading.
 */
function splitAfterFields(list: List, walk: Walk): { own: List; following: FoundEntry[] } {
  const last = list.items.findLastIndex((item) => isField(item, walk.settings));
  if (last === -1) return { own: list, following: [] };
  const first = list.items.findIndex((item, index) => index > last && startsOwnEntry(item));
  if (first === -1) return { own: list, following: [] };
  const following = list.items.slice(first).flatMap((item) => bulletEntry(item, { ...walk, removed: false }) ?? []);
  return { own: { ...list, items: list.items.slice(0, first) }, following };
}

function startsOwnEntry(item: ListItem): boolean {
  const title = bulletTitle(item, ["code", "arrow"]);
  return title !== undefined && title.title.includes(" ");
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

function upTo(section: Section, next: Location | undefined): Location {
  const end = next ?? section.location;
  return { ...section.location, endLine: end.line, endColumn: end.column, endOffset: end.offset };
}
