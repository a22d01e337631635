import type { Inline, ListItem } from "../../core/document.ts";
import { sliceInline } from "../../documents/slice-inline.ts";

/** What may follow a title that is struck out; other words are the title that took its place: “~~Old name~~ New name”. */
const afterTitle = /^\s*(?:$|[([:;,.·|–—]|-{1,2}\s|->|→|=>)/;

/** The struck words that an inline begins with, when they are its title, and what follows them. */
export function struckStart(inline: Inline): { readonly title: Inline; readonly rest: Inline } | undefined {
  const title = inline.struck?.[0];
  if (title === undefined || !/[\p{L}\p{N}]/u.test(title.plain)) return undefined;
  const start = title.location.offset - inline.location.offset;
  const end = title.location.endOffset - inline.location.offset;
  // The marks of the strike itself, of bold words around it, and the words of a heading that is struck out whole.
  const before = inline.text.slice(0, start).replace(/<[^<>]*>/g, "");
  const after = inline.text.slice(end).replace(/^\s*(?:~{1,2}|<\/[^<>]*>)?[*_]*/, "");
  if (/[^\s~*_]/.test(before) || !afterTitle.test(after)) return undefined;
  return { title, rest: sliceInline(inline, end, inline.text.length) };
}

/** A bullet whose title is struck out, read as if it were not. */
export function unstruck(
  item: ListItem,
): { readonly item: ListItem; readonly isBold: boolean; readonly rest: Inline } | undefined {
  const struck = struckStart(item.content);
  if (struck === undefined) return undefined;
  const isBold = item.content.strongs.some(
    ({ location }) =>
      location.offset <= struck.title.location.offset && location.endOffset >= struck.title.location.endOffset,
  );
  return { item: { ...item, content: struck.title }, isBold, rest: struck.rest };
}
