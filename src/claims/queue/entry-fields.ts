import type { Field } from "../../core/claims/claim.ts";
import type { Block, HeaderField, Inline, ListItem } from "../../core/document.ts";
import { fieldNames, type FieldName, type Settings } from "../../core/settings.ts";
import { labelledFields } from "../../documents/labelled-fields.ts";
import { sliceInline } from "../../documents/slice-inline.ts";

/** The known fields that a label names: it equals one of their aliases, or begins with one at a word boundary. */
export function namesOf(key: string, settings: Pick<Settings, "fields">): FieldName[] {
  return fieldNames.filter((name) =>
    settings.fields[name].some((alias) => key === alias || key.startsWith(`${alias} `)),
  );
}

/** Whether words are exactly what a known field is called: "**Priority** high" is one that lost its colon. */
export function isFieldLabel(words: string, settings: Pick<Settings, "fields">): boolean {
  const key = words.toLowerCase().trim();
  return fieldNames.some((name) => settings.fields[name].includes(key));
}

/** The fields of a bullet: bold labels, or a plain label (`Priority: P1`) when it names a known field. */
export function fieldsOf(item: ListItem, settings: Settings): Field[] {
  const nested = item.blocks.flatMap(itemContents);
  return fieldsOfInline(item.content, settings).map((field, index, all) =>
    index === all.length - 1 ? { ...field, items: nested } : field,
  );
}

const noFields: readonly Field[] = [];

/** The fields of a paragraph, one or several lines. */
export function fieldsOfInline(inline: Inline, settings: Settings): readonly Field[] {
  if (!/[:：]/.test(inline.text)) return noFields;
  const bold = labelledFields(inline).filter((field) => startsBold(inline, field));
  if (bold.length > 0) return bold.map((field) => toField(field, settings));
  const plain = /^\s*(\p{L}[\p{L}\p{M}\p{N}_ /-]{0,40}):(?:\s+|$)/u.exec(inline.text);
  const key = plain?.[1]?.toLowerCase().trim() ?? "";
  if (plain === null || namesOf(key, settings).length === 0) return [];
  const value = sliceInline(inline, plain[0].length, inline.text.length);
  return [toField({ label: plain[1] ?? "", key, value, location: inline.location }, settings)];
}

function startsBold(inline: Inline, field: HeaderField): boolean {
  return inline.strongs.some((strong) => strong.location.offset === field.location.offset);
}

function toField(field: HeaderField, settings: Settings): Field {
  const value = field.value.plain;
  return {
    text: value === "" ? `${field.label}:` : `${field.label}: ${value}`,
    location: field.location,
    label: field.label,
    key: field.key,
    names: namesOf(field.key, settings),
    value: field.value,
    items: [],
  };
}

/** The contents of all bullets of a block, at any depth. */
function itemContents(block: Block): Inline[] {
  return block.kind === "list"
    ? block.items.flatMap((item) => [item.content, ...item.blocks.flatMap(itemContents)])
    : [];
}

/** Every inline of some blocks, in document order: paragraphs, bullets at any depth, table cells. */
export function inlinesOf(blocks: readonly Block[]): Inline[] {
  const found: Inline[] = [];
  collect(blocks, found);
  return found;
}

/** One list for all: one for each bullet would be most of what a large document leaves to be collected. */
function collect(blocks: readonly Block[], found: Inline[]): void {
  for (const block of blocks) {
    if (block.kind === "paragraph") found.push(block.content);
    if (block.kind === "table") found.push(...block.header);
    if (block.kind === "table") for (const { cells } of block.rows) found.push(...cells);
    if (block.kind !== "list") continue;
    for (const item of block.items) {
      found.push(item.content);
      collect(item.blocks, found);
    }
  }
}
