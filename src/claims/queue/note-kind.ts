import type { Block, Inline, ListItem, Paragraph } from "../../core/document.ts";
import type { Settings } from "../../core/settings.ts";
import { fieldsOf, fieldsOfInline } from "./entry-fields.ts";
import { looksLikeCode } from "./entry-title.ts";
import { beginsAsNote, isEmptiness } from "./note-openings.ts";
import { isSentence } from "./title-words.ts";

export const noteKinds = [
  "prose",
  "label",
  "field",
  "note",
  "emptiness",
  "quote",
  "comment",
  "markup",
  "code",
  "reference",
  "overview",
] as const;
/** What may be beside the entries of a section without being one. */
export type NoteKind = (typeof noteKinds)[number];

/** So many words are no title. */
const mostWords = 14;

/** What a bullet is that is no entry; undefined when it is none of the known notes. */
export function itemNote(item: ListItem, settings: Settings): NoteKind | undefined {
  if (fieldsOf(item, settings).length > 0) return "field";
  return inlineNote(item.content);
}

/** What a paragraph is beside entries. Boundaries, counts and statements that a queue is empty are sentences or fields. */
export function paragraphNote(
  { content, quoted }: Paragraph,
  next: Block | undefined,
  settings: Settings,
): NoteKind | undefined {
  if (quoted) return "quote";
  if (content.plain.startsWith("|")) return undefined;
  if (fieldsOfInline(content, settings).length > 0) return "field";
  if ((next?.kind === "list" || next?.kind === "table") && isMarkedUp(content)) return "label";
  return inlineNote(content);
}

function inlineNote(inline: Inline): NoteKind | undefined {
  const { plain } = inline;
  if (isEmptiness(plain)) return "emptiness";
  if (beginsAsNote(plain)) return "note";
  if (/:[*_`]*$/.test(plain)) return "label";
  if (isProse(inline)) return "prose";
  return beginsWithReference(inline) ? "reference" : undefined;
}

/** A sentence, more words than a title has, or what goes on in lower case, since it goes on with something. */
function isProse({ plain, text }: Inline): boolean {
  if (isSentence(plain) || /[.!?]\s+\p{Lu}/u.test(plain)) return true;
  return plain.split(/\s+/).length > mostWords || /^[\s(*_]*\p{Ll}/u.test(text);
}

/** A path or identifier in code, or nothing but a link. */
function beginsWithReference({ codes, links, location, plain, text }: Inline): boolean {
  const start = location.offset + (text.length - text.trimStart().length);
  const [code] = codes;
  const [link] = links;
  if (code?.location.offset === start && looksLikeCode(code.text)) return true;
  return link?.location.offset === start && link.text === plain;
}

/** Words that are in bold as a whole: the label of what follows. */
function isMarkedUp({ strongs, plain }: Inline): boolean {
  return strongs[0]?.text.trim() === plain.trim();
}

/** What a piece of HTML is; undefined when it holds a heading, an item or a row of its own. */
export function htmlNote(value: string): NoteKind | undefined {
  const shown = value.replace(/<!--[\s\S]*?(?:-->|$)/g, "");
  if (shown.trim() === "") return "comment";
  return /<(?:h[1-6]|li|t[dr])\b/i.test(shown) ? undefined : "markup";
}
