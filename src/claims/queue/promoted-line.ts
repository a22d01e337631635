import type { Inline, ListItem } from "../../core/document.ts";
import { plainSlice } from "../../documents/slice-inline.ts";
import { arrowSigns } from "../references/arrow.ts";
import { leadingTargets } from "../references/plain-target.ts";
import { specMentions } from "../references/spec-target.ts";
import { headingTitle, type EntryTitle } from "./entry-title.ts";
import { beginsAsNote, isEmptiness } from "./note-openings.ts";
import { isTitleLike, withoutTail } from "./title-words.ts";

/** An arrow that leads nowhere, or to the end of the line. */
const arrow = new RegExp(String.raw`\s${arrowSigns}(?:\s|$)`);

const goesOn = /\b(?:before|after|until|till|since|from|to|of|in|by|see|and|with|for|than|through|under)$/i;

/**
 * The title of a bullet in the section of what became a spec. There every bullet is an entry, however it is written: "Seat maps Spec 12",
 * "Seat maps ->", "Seat maps". Undefined for a sentence, a note and a label.
 */
export function promotedLine(item: ListItem): EntryTitle | undefined {
  const inline = item.content;
  const leading = arrow.test(inline.text) ? undefined : afterSpec(inline);
  if (leading !== undefined) return leading;
  const end = titleEnd(inline);
  const title = withoutTail(plainSlice(inline, 0, end)).trim();
  if (beginsAsNote(inline.plain) || isEmptiness(inline.plain) || !isTitleLike(title)) return undefined;
  if (end === inline.text.length && !isTitleLike(inline.plain)) return undefined;
  return { ...headingTitle(inline), title, shape: "plain", bodyStart: end };
}

/** “Spec 12: Seat maps”: the title is what comes after the spec. */
function afterSpec(inline: Inline): EntryTitle | undefined {
  const leading = leadingTargets(inline);
  if (leading === undefined || !isTitleLike(inline.plain)) return undefined;
  const title = plainSlice(inline, leading.end, inline.text.length).replace(/^[^\p{L}\p{N}]+/u, "");
  if (!isTitleLike(title)) return undefined;
  return { ...headingTitle(inline), title, targets: leading.targets, shape: "plain", bodyStart: inline.text.length };
}

/** Before the arrow; without one, before the spec at the end of the line. */
function titleEnd(inline: Inline): number {
  const at = arrow.exec(inline.text);
  if (at !== null) return at.index;
  const last = specMentions(inline).at(-1);
  if (last === undefined || /[\p{L}\p{N}]/u.test(inline.text.slice(last.end))) return inline.text.length;
  const before = inline.text.slice(0, last.start);
  // "Everything before Spec 12" is a sentence without its full stop.
  return goesOn.test(withoutTail(before)) ? inline.text.length : withoutTail(before).length;
}
