import type { Block, Inline, List, ListItem, Section } from "../../core/document.ts";
import type { Location } from "../../core/location.ts";
import type { Settings } from "../../core/settings.ts";
import { fieldsOf, isFieldLabel } from "./entry-fields.ts";
import { itemSign, paragraphSign, rowSign, type AccountContext } from "./entry-signs.ts";
import { htmlNote, itemNote, paragraphNote, type NoteKind } from "./note-kind.ts";
import type { ReadSection } from "./read-sections.ts";

/** One item, row, paragraph, heading or piece of markup that is in a section with a role and in none of its entries. */
export interface AccountedPart {
  readonly form: "item" | "row" | "paragraph" | "heading" | "markup";
  readonly words: string;
  readonly location: Location;
  /** What it was read as; `unread` when it is nothing that is known. */
  readonly as: NoteKind | "unread";
  /** True below a note that is no entry itself. */
  readonly isNested?: true;
  /** True when only the beginning of its label is that of a field. */
  readonly isLabelled?: boolean;
  /** What makes something unread look like an entry among entries. */
  readonly sign: string | undefined;
}

/** What is in a section beside its entries and records, in order: a note of some kind each, or unread. */
export function accountOf({ section, role, entries, repeated }: ReadSection, settings: Settings): AccountedPart[] {
  if (role === undefined || role === "prose") return [];
  const isTaken = takenBy(entries.map(({ extent }) => extent));
  const context: AccountContext = {
    settings,
    isTaken,
    repeats: takenBy(repeated),
    promoted: role === "promoted",
    rows: entries.some(({ title }) => title.shape === "row"),
    bullets: entries.some(({ title }) => title.shape !== "heading" && title.shape !== "row"),
  };
  return [...partsOf(section, context), ...section.children.flatMap((child) => childParts(child, context))];
}

/** Whether an offset is in one of the extents, which do not overlap. */
function takenBy(extents: readonly Location[]): (offset: number) => boolean {
  const sorted = [...extents].sort((one, other) => one.offset - other.offset);
  return (offset) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.offset ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return offset < (sorted[low - 1]?.endOffset ?? 0);
  };
}

function childParts(section: Section, context: AccountContext): AccountedPart[] {
  if (context.isTaken(section.location.offset)) return laterParts(section, context);
  const { heading } = section;
  const own: AccountedPart[] = /[\p{L}\p{N}]/u.test(heading.plain)
    ? []
    : [{ form: "heading", words: heading.plain, location: section.location, as: "unread", sign: undefined }];
  return [...own, ...partsOf(section, context), ...section.children.flatMap((child) => childParts(child, context))];
}

/** What follows an entry below its own heading, where other entries went on in its list. */
function laterParts(section: Section, context: AccountContext): AccountedPart[] {
  return [...partsOf(section, context), ...section.children.flatMap((child) => childParts(child, context))];
}

function partsOf({ blocks }: Section, context: AccountContext): AccountedPart[] {
  const siblings = siblingCounts(blocks, context);
  return blocks.flatMap((block, index): AccountedPart[] => {
    if (block.kind === "list") return listParts(block, siblings[index] ?? 0, context);
    if (context.isTaken(block.location.offset)) return [];
    if (block.kind === "table") return tableParts(block, context);
    return blockPart(block, blocks[index + 1], context);
  });
}

function blockPart(
  block: Exclude<Block, List | { kind: "table" }>,
  next: Block | undefined,
  context: AccountContext,
): AccountedPart[] {
  const { location } = block;
  if (block.kind === "code") return [{ form: "markup", words: block.language, location, as: "code", sign: undefined }];
  if (block.kind === "html")
    return [{ form: "markup", words: block.value, location, as: htmlNote(block.value) ?? "unread", sign: undefined }];
  const as = paragraphNote(block, next, context.settings) ?? "unread";
  const sign = as === "unread" ? paragraphSign(block.content, context) : undefined;
  return [{ form: "paragraph", words: block.content.plain, location, as, sign }];
}

/**
 * How many entries are in the run of lists that each block belongs to: lists that follow one another with nothing but comments between them are one
 * list to their reader.
 */
function siblingCounts(blocks: readonly Block[], { isTaken }: AccountContext): readonly number[] {
  const runs: { count: number }[] = [];
  let run = { count: 0 };
  for (const block of blocks) {
    if (block.kind !== "list" && block.kind !== "html") run = { count: 0 };
    if (block.kind === "list") run.count += block.items.filter(({ location }) => isTaken(location.offset)).length;
    runs.push(run);
  }
  return runs.map(({ count }) => count);
}

function listParts({ items }: List, siblings: number, context: AccountContext): AccountedPart[] {
  return items
    .filter(({ location }) => !context.isTaken(location.offset))
    .flatMap((item) => itemParts(item, siblings, context));
}

function itemParts(item: ListItem, siblings: number, context: AccountContext): AccountedPart[] {
  const { content, location } = item;
  const note = itemNote(item, context.settings) ?? "unread";
  const isLabelled = note === "field" && siblings > 0 && isTitleOrField(item, context.settings);
  const as = isLabelled ? "unread" : note;
  const sign = note === "unread" || note === "prose" ? itemSign(item, siblings, context) : undefined;
  const own: AccountedPart = {
    form: "item",
    words: content.plain,
    location: content.plain === "" ? location : content.location,
    as: sign === undefined ? as : "unread",
    isLabelled,
    sign,
  };
  return [own, ...item.blocks.flatMap((block) => nestedParts(block, context))];
}

/** “**Status page**: …” among entries: a title, or a longer label of the field “Status”. */
function isTitleOrField(item: ListItem, settings: Settings): boolean {
  return fieldsOf(item, settings).some(({ names, label }) => names.length > 0 && !isFieldLabel(label, settings));
}

/** What is below a note belongs to it, but for what points at a spec as only an entry does. */
function nestedParts(block: Block, context: AccountContext): AccountedPart[] {
  if (block.kind !== "list") return [];
  return block.items.flatMap((item): AccountedPart[] => {
    const sign = itemSign(item, 0, context);
    const { content } = item;
    const own: AccountedPart = {
      form: "item",
      words: content.plain,
      location: content.location,
      as: "prose",
      isNested: true,
      sign,
    };
    return [
      { ...own, as: sign === undefined ? "prose" : "unread" },
      ...item.blocks.flatMap((one) => nestedParts(one, context)),
    ];
  });
}

function tableParts(table: Extract<Block, { kind: "table" }>, context: AccountContext): AccountedPart[] {
  const rest = table.rows.filter(({ location }) => !context.isTaken(location.offset));
  const unread = rest.filter(({ location }) => !context.repeats(location.offset));
  // One finding is enough for a table.
  const first = unread.find((row) => rowSign(row, table, context) !== undefined);
  return rest.map((row) => ({
    form: "row",
    words: rowWords(row.cells),
    location: row.location,
    as: context.repeats(row.location.offset) ? "overview" : "unread",
    sign: row === first ? rowSign(row, table, context) : undefined,
  }));
}

function rowWords(cells: readonly Inline[]): string {
  return cells.map(({ plain }) => plain).join(" | ");
}
