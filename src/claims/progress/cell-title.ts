import type { Inline } from "../../core/document.ts";
import type { Quotation } from "../../core/quotation.ts";
import type { SpecTarget } from "../../core/claims/candidate.ts";
import { quotedSlice } from "../../documents/slice-inline.ts";
import { struckStart } from "../queue/struck-entry.ts";
import { specMentions, targetOfPath, targetsOf } from "../references/spec-target.ts";

/** The title at the beginning of a cell or bullet: what is marked up as one, else the words before an explanation. Undefined without words, and for one that is struck out. */
export function cellTitle(inline: Inline): Quotation | undefined {
  const lead = inline.text.search(/[\p{L}\p{N}`*_[“"]/u);
  if (lead === -1 || struckStart(inline) !== undefined) return undefined;
  const start = inline.location.offset + lead;
  const marked = [...inline.strongs, ...inline.links, ...inline.codes].find((span) => span.location.offset === start);
  if (marked !== undefined) return titled(marked.text.replace(/:$/, ""), marked.location);
  const end = inline.text.slice(lead).search(/\s[–—-]{1,3}\s|:\s|->|→|⇒|\((?:[Ss]pecs? |#|`)/);
  const words = quotedSlice(inline, lead, end === -1 ? inline.text.length : lead + end);
  return titled(words.text.replace(/\.$/, ""), words.location);
}

function titled(text: string, location: Quotation["location"]): Quotation | undefined {
  const title = text.trim();
  return /[\p{L}\p{N}]/u.test(title) ? { text: title, location } : undefined;
}

/** The specs that some cells name in words, or failing that by links into spec directories. */
export function targetsIn(cells: readonly Inline[]): readonly SpecTarget[] {
  const mentioned = targetsOf(cells.flatMap(specMentions));
  if (mentioned.length > 0) return mentioned;
  return cells
    .flatMap((cell) => cell.links)
    .flatMap((link) => {
      const target = targetOfPath(link.url);
      return target === undefined ? [] : [{ ...target, text: link.text, location: link.location }];
    });
}
