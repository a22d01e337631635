import type { EntryRole } from "../../core/claims/claim.ts";
import type { Block, List, ListItem, Section } from "../../core/document.ts";
import type { Location } from "../../core/location.ts";
import type { Settings } from "../../core/settings.ts";
import { fieldsOfInline } from "./entry-fields.ts";
import { bulletTitle, headingTitle } from "./entry-title.ts";
import { priorityToken } from "./priority-token.ts";
import { bulletEntry, headingEntry, type EntryPlace, type RawEntry } from "./raw-entry.ts";
import { tableEntries } from "./table-entries.ts";

const removal =
  /\b(?:removed|cleared|moved out|no longer|retired|dropped|already (?:cover|specced|promoted)|left the (?:active )?queue)/i;

/** A sentence that announces what the removal left over: "The queue was cleared; what is left now:". */
const whatIsLeft =
  /\b(?:what(?:['’]s| is| was)? (?:left|open|kept)|left now|(?:still|now) open|remain(?:s|ing|der)?|the rest|(?:current|open|new) (?:queue|candidates|entries|items|list))\b[^.;:!?]*:\s*$/i;
/** A heading that says of a list that it was removed, and is no title: "Removed", "Cleared on 1 May", "Removed because it is specced". */
const removalHeading =
  /^(?:(?:recently|previously|already|just)\s+)?(?:removed|cleared|moved out|no longer (?:active|queued|candidates?)|retired|dropped|already (?:covered|specced|promoted)|left the (?:active )?queue)(?:\s+(?:candidates?|entries|items|from|because|since|as|on|in|after|with|and|or|by|for|the|this|to)\b|\s*[\d:(,;.—–-]|\s*$)/i;

/** All entries of a section whose role holds entries, in document order. */
export function sectionEntries(section: Section, role: EntryRole, settings: Settings): RawEntry[] {
  return walkSection(section, { role, settings, group: undefined, removed: false });
}

function walkSection(section: Section, place: EntryPlace): RawEntry[] {
  return bulletsOf(section, place).concat(walkChildren(section.children, place));
}

function walkChildren(children: readonly Section[], place: EntryPlace): RawEntry[] {
  let group = place.group;
  return children.flatMap((child) => {
    if (place.role === "active" && saysRemoved(child, place))
      return walkSection(child, { ...place, group, removed: true });
    if (isGroup(child, place)) {
      group = {
        heading: child.heading,
        priority: priorityToken(child.heading.plain)?.priority ?? place.group?.priority,
      };
      return walkSection(child, { ...place, group });
    }
    return headingEntries(child, { ...place, group });
  });
}

/** A heading of removal records. "Removed duplicates cleanup" is the title of an entry, unless there is a list of entries below it that point at specs. */
function saysRemoved({ heading, blocks }: Section, { settings }: EntryPlace): boolean {
  const words = heading.plain;
  if (!removal.test(words) || hasFields({ blocks }, settings)) return false;
  const items = blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
  return (
    removalHeading.test(words) ||
    (items.length > 0 && items.every((item) => (bulletTitle(item, settings.shapes)?.targets.length ?? 0) > 0))
  );
}

/**
 * A heading that gathers entries: a priority heading, or one without fields above sub-headings that have some, or with nothing of its own above a list of
 * entries.
 */
function isGroup(section: Section, place: EntryPlace): boolean {
  if (hasFields(section, place.settings)) return false;
  return (
    priorityToken(section.heading.text) !== undefined ||
    section.children.some((child) => hasFields(child, place.settings)) ||
    holdsOnlyEntries(section, place)
  );
}

/** Lists alone, in which every bullet is set off as an entry. */
function holdsOnlyEntries({ heading, blocks, children }: Section, place: EntryPlace): boolean {
  if (children.length > 0 || headingTitle(heading).targets.length > 0) return false;
  const lists = blocks.filter((block) => block.kind !== "html");
  const marked = place.settings.shapes.filter((shape) => shape === "bold" || shape === "code");
  return (
    lists.length > 0 &&
    lists.every(
      (block) =>
        block.kind === "list" &&
        block.items.every(
          (item) =>
            bulletTitle(item, marked, true)?.title.includes(" ") === true && bulletEntry(item, place) !== undefined,
        ),
    )
  );
}

function hasFields({ blocks }: Pick<Section, "blocks">, settings: Settings): boolean {
  return blocks.some((block) => {
    if (block.kind === "paragraph") return fieldsOfInline(block.content, settings).length > 0;
    return block.kind === "list" && block.items.some((item) => isField(item, settings));
  });
}

/** A bullet with a label: any bold one with a colon, or a plain one that names a known field. */
function isField(item: ListItem, settings: Settings): boolean {
  return fieldsOfInline(item.content, settings).length > 0;
}

/** Bullets and rows that are directly in a section or group, each an entry if it begins with a title. */
function bulletsOf({ blocks }: Section, place: EntryPlace): RawEntry[] {
  let intro = "";
  return blocks.flatMap((block) => {
    if (block.kind === "paragraph") intro = block.content.plain;
    if (block.kind === "table") return tableEntries(block, place);
    if (block.kind !== "list") return [];
    const removed = place.removed || (place.role === "active" && announcesRemoval(intro, block, place.settings));
    return block.items.flatMap(
      // What is still open was not removed.
      (item) => bulletEntry(item, { ...place, removed: removed && !isOpenBox(item) }) ?? [],
    );
  });
}

function isOpenBox({ mark }: ListItem): boolean {
  return mark?.trim() === "";
}

/** A sentence that ends in a colon; or any, also "recently promoted", above a list in which every line points at a spec. */
function announcesRemoval(intro: string, list: List, { shapes }: Settings): boolean {
  if (whatIsLeft.test(intro)) return false;
  if (removal.test(intro) && /:\s*$/.test(intro)) return true;
  if (!removal.test(intro) && !/\b(?:was|were|been|recently|just) promoted\b/i.test(intro)) return false;
  return list.items.every((item) => (bulletTitle(item, shapes)?.targets.length ?? 0) > 0);
}

/** The entry of a heading, and those that follow it in its own lists. */
function headingEntries(section: Section, place: EntryPlace): RawEntry[] {
  const split = joinedLists(section.blocks).map((block) =>
    block.kind === "list" ? splitAfterFields(block, place) : { own: block, following: [] },
  );
  const following = split.flatMap((one) => one.following);
  const entry = headingEntry(
    section,
    split.map(({ own }) => own),
    place,
  );
  if (entry.title.title === "") return following;
  return following.length === 0 ? [entry] : [{ ...entry, extent: upTo(section, following[0]?.extent) }, ...following];
}

/** Lists with nothing but HTML comments between them are one: a suppression does not end a list for its reader. */
function joinedLists(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    if (block.kind === "html" && /^\s*(?:<!--[\s\S]*?-->\s*)+$/.test(block.value)) continue;
    const above = joined.at(-1);
    if (block.kind === "list" && above?.kind === "list")
      joined[joined.length - 1] = { ...above, items: [...above.items, ...block.items] };
    else joined.push(block);
  }
  return joined;
}

/**
 * Bullets that begin with a title in code or point at a spec, after the last field of the same list, are entries of
 * their own: their author ended one entry and went on with the next without a heading.
 */
function splitAfterFields(list: List, place: EntryPlace): { own: List; following: RawEntry[] } {
  const last = list.items.findLastIndex((item) => isField(item, place.settings));
  if (last === -1) return { own: list, following: [] };
  const first = list.items.findIndex((item, index) => index > last && startsOwnEntry(item));
  if (first === -1) return { own: list, following: [] };
  const following = list.items.slice(first).flatMap((item) => bulletEntry(item, { ...place, removed: false }) ?? []);
  return { own: { ...list, items: list.items.slice(0, first) }, following };
}

function startsOwnEntry(item: ListItem): boolean {
  const title = bulletTitle(item, ["code", "arrow"], true);
  return title !== undefined && title.title.includes(" ");
}

function upTo(section: Section, next: Location | undefined): Location {
  const end = next ?? section.location;
  return { ...section.location, endLine: end.line, endColumn: end.column, endOffset: end.offset };
}
