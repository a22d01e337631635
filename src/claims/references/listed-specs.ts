import type { SpecTarget } from "../../core/claims/claim.ts";
import type { Inline } from "../../core/document.ts";
import type { Quotation } from "../../core/quotation.ts";
import { quotedSlice } from "../../documents/slice-inline.ts";
import { spanAt } from "../../documents/span-at.ts";
import { pathIn } from "./path-in-code.ts";
import { linksElsewhere, specMentions, specNumber } from "./spec-target.ts";

/** One part of a list whose label or header says that it names specs. */
export interface ListedSpec extends Quotation {
  /** Undefined for a range. */
  readonly target: SpecTarget | undefined;
  /** Both ends of "251–260", also of one that runs backwards. */
  readonly range: { readonly from: number; readonly to: number } | undefined;
  /** The words in parentheses after it: "149 (provider gate)". */
  readonly title: string | undefined;
  /** Whether "Spec" is before it, so that it is a reference in any other text, too. */
  readonly isMention: boolean;
}

const separator = String.raw`(?:^|[,;+&/]|\band\b|\bund\b)\s*`;
const mark = String.raw`[[(\x60*]*(?:#|S-|specs?\s+#?|(?:[\w.-]+\/)*specs\/)?`;
const digits = String.raw`(\d{8}-\d{6}|\d{1,5})`;
const slug = String.raw`(?:-(\p{L}[\p{L}\p{N}_-]*))`;
const rangeEnd = String.raw`(?:\s*(?:[-–—]|\b(?:to|through|until|bis)\b)\s*#?(\d{3,5}))`;
const listed = new RegExp(
  String.raw`${separator}(${mark})${digits}(?:${slug}|${rangeEnd})?\/?(?![\p{L}\p{N}_%:-]|\.\d)[\])\x60*]*(?:\s*\(([^()]*)\))?(?=\s*(?:$|[,;+&/.–—\n]|and\b|und\b))`,
  "giu",
);

/** The specs of a list such as "122, #121", "149 (gate); 150", "251–260", "259/911" and "`specs/912-seat-maps`", in which a number alone is a spec. */
export function listedSpecs(value: Inline): readonly ListedSpec[] {
  if (!/\d/.test(value.text)) return [];
  const mentioned = new Set(
    specMentions(value).flatMap(({ targets }) => targets.map(({ location }) => location.offset)),
  );
  return [...value.text.matchAll(listed)].flatMap((match) => readPart(value, match, mentioned) ?? []);
}

function readPart(value: Inline, match: RegExpExecArray, mentioned: ReadonlySet<number>): ListedSpec | undefined {
  const [whole, mark = "", from = "", slug, to, title] = match;
  const start = match.index + whole.indexOf(from, whole.indexOf(mark));
  if (linksElsewhere(value, start)) return undefined;
  const written = slug === undefined ? from : `${from}-${slug}`;
  const end = to === undefined ? start + written.length : value.text.indexOf(to, start + from.length) + to.length;
  const piece = quotedSlice(value, start, end);
  const { offset } = piece.location;
  const isMention = /spec/i.test(mark) || mentioned.has(offset) || isCitedAsPath(value, offset);
  const named = { ...piece, title: title?.trim(), isMention };
  return to === undefined
    ? { ...named, target: { ...piece, spec: specNumber(from), digits: from, slug }, range: undefined }
    : { ...named, target: undefined, range: { from: Number(from), to: Number(to) } };
}

/** Whether it is read as a path, too. */
function isCitedAsPath(value: Inline, offset: number): boolean {
  const code = spanAt(value.codes, offset);
  const link = spanAt(value.links, offset);
  return (
    (code !== undefined && pathIn(code.text, "prose") !== undefined) || (link !== undefined && /specs\//.test(link.url))
  );
}

/** Whether a text is such a list and nothing else. */
export function isSpecList(value: Inline): boolean {
  return value.text.trim() !== "" && /^[\s.]*$/.test(value.text.replace(listed, ""));
}
