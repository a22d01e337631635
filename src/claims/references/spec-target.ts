import type { SpecTarget } from "../../core/claims/claim.ts";
import type { Inline } from "../../core/document.ts";
import { quotedSlice } from "../../documents/slice-inline.ts";
import { spanAt } from "../../documents/span-at.ts";

/** Words in parentheses and code that say how far a spec is, and so are not a slug: Spec 241 (`implemented`). */
const statusWords = new Set(
  "draft planned specced approved active implemented adopted done complete completed shipped merged deferred superseded wip".split(
    " ",
  ),
);

/** A stretch of an inline's text that names one spec, several, or a range of them. Offsets count in `Inline.text`. */
export interface SpecMention {
  readonly start: number;
  readonly end: number;
  readonly targets: readonly SpecTarget[];
  /** Both ends of "Specs 251-260". */
  readonly range: { readonly from: number; readonly to: number } | undefined;
}

/** Five digits, or the seconds that Spec Kit counts specs by: 20260507-161658. */
const digits = String.raw`(\d{8}-\d{6}|\d{1,5})`;
/** Neither a part of a word, of a version (4.2), of a date (2026-06-24), nor of a larger number (2,048-byte). */
const numberEnd = String.raw`(?![\w?]|\.\d|-\d{2}-\d{2}(?!\d)|,\d{3}-?[A-Za-z])`;
const reference = new RegExp(
  String.raw`\b([Ss]pecs?|SPECS?|[Ss]pecifications?)(?:(?:\s|&nbsp;)+(?:[Nn]o\.?\s*|[Nn]r\.?\s*)?(?:\*\*|__)?#?|-|(?=\d{3}))${digits}${numberEnd}`,
  "g",
);
const rangeTail = /^\s*(?:-|–|—|to|through|until)\s*#?(\d{1,5})(?![\w?]|\.\d)/;
const listTail =
  /^(?:\*\*|__)?\s*(?:,\s*(?:and\s+|or\s+)?|and\s+|or\s+|&\s*|\+\s*|\/\s*|;\s*(?=#?\d{3,5}\s*(?:$|[,;.)\n])))(?:\*\*|__)?#?(\d{2,5})(?![\w?%-]|\.\d)/;
/** What makes of a number an amount, a time or a proportion: 30 %, 300 ms, 16:30. */
const amountEnd =
  /^(?::\d{2}(?!\d)|[\s-]*%|[\s-]?(?:ms|sec|secs|seconds?|min|mins|minutes?|hrs?|hours?|days?|weeks?|months?|[kKMGT]i?B|px|kHz|MHz|GHz|bits?|bytes?)(?![\p{L}\d]))/u;
const year = /^(?:19|20)\d{2}$/;
/** The address of a page, as against a path in the repository. */
const address = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

const noMentions: readonly SpecMention[] = [];

/** Every "Spec 242", "Specs 251-260" and "Specs 241, 242 and 243" of a text that does not begin inside a code span. */
export function specMentions(inline: Inline): readonly SpecMention[] {
  if (!/spec/i.test(inline.text)) return noMentions;
  const mentions: SpecMention[] = [];
  for (const match of inline.text.matchAll(reference)) {
    const [whole, word = "", digits = ""] = match;
    const start = match.index;
    if (isAmount(digits, word, inline.text.slice(start + whole.length, start + whole.length + 16))) continue;
    if (insideCode(inline, start) || linksElsewhere(inline, start)) continue;
    if (isOtherStandard(inline.text.slice(Math.max(0, start - 40), start), word, digits)) continue;
    mentions.push(readMention(inline, { start, end: start + whole.length, digits, plural: /s$/i.test(word) }));
  }
  return mentions.length === 0 ? noMentions : [...mentions];
}

/** The specs that some mentions name. */
export function targetsOf(mentions: readonly SpecMention[]): readonly SpecTarget[] {
  const [only] = mentions;
  return only !== undefined && mentions.length === 1 ? only.targets : mentions.flatMap((mention) => mention.targets);
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly plural: boolean;
}

function readMention(inline: Inline, match: Match): SpecMention {
  const range = rangeTail.exec(inline.text.slice(match.end, match.end + 24));
  if (range?.[1] !== undefined && match.plural && Number(range[1]) > Number(match.digits)) {
    const end = match.end + range[0].length;
    return { start: match.start, end, targets: [], range: { from: Number(match.digits), to: Number(range[1]) } };
  }
  const first = withSlug(inline, match);
  const targets = [first.target];
  let end = first.end;
  for (let tail = match.plural ? listTail.exec(inline.text.slice(end, end + 32)) : null; tail?.[1] !== undefined;) {
    const digitsStart = end + tail[0].lastIndexOf(tail[1]);
    const next = withSlug(inline, { start: digitsStart, end: end + tail[0].length, digits: tail[1], plural: true });
    targets.push(next.target);
    end = next.end;
    tail = listTail.exec(inline.text.slice(end, end + 32));
  }
  return { start: match.start, end, targets, range: undefined };
}

/** Takes the slug that follows in parentheses and code, or that the link around the words points to. */
function withSlug(inline: Inline, match: Match): { target: SpecTarget; end: number } {
  const code = slugInCode(inline, match);
  const end = code?.end ?? match.end;
  const linked = spanAt(inline.links, inline.location.offset + match.start);
  const piece = quotedSlice(inline, match.start, end);
  const target = {
    spec: specNumber(match.digits),
    digits: match.digits,
    slug: code?.slug ?? (linked && slugOfPath(linked.url)),
    text: piece.text,
    location: piece.location,
  };
  return { target, end };
}

/** The slug of ` (`seat-maps`)` after a number, and where it ends with its bracket. */
function slugInCode(inline: Inline, match: Match): { readonly slug: string; readonly end: number } | undefined {
  const opening = /^\s*\(\s*/.exec(inline.text.slice(match.end, match.end + 16))?.[0];
  if (opening === undefined) return undefined;
  const start = inline.location.offset + match.end + opening.length;
  const code = spanAt(inline.codes, start);
  const slug = code?.location.offset === start ? slugOf(code.text) : undefined;
  if (code === undefined || slug === undefined) return undefined;
  const end = code.location.endOffset - inline.location.offset;
  return { slug, end: inline.text[end] === ")" ? end + 1 : end };
}

/** `241-support-diagnostic-pack` or `support-diagnostic-pack` as a slug, undefined when it is something else. */
function slugOf(text: string): string | undefined {
  const slug = text
    .trim()
    .replace(/^.*\//, "")
    .replace(/^\d{2,5}-/, "");
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) && !statusWords.has(slug) ? slug : undefined;
}

/** The number of a spec as comparisons know it: a timestamp without its hyphen. */
export function specNumber(digits: string): number {
  return Number(digits.replace("-", ""));
}

const number = String.raw`(?!(?:19|20)\d{2}-\d{2}(?:-|\/|$))(\d{8}-\d{6}|\d{2,5})`;
/** Below a folder that is named for specs any name may follow the number; elsewhere only one without spaces and dots. */
const belowSpecs = new RegExp(String.raw`(?:^|\/)specs\/${number}-([^\s/-](?:[^/]*[^/.])?)(?:\/|$)`);
const anywhere = new RegExp(String.raw`(?:^|\/)${number}-([\p{L}\p{N}][\p{L}\p{N}_-]*)(?:\/|$)`, "u");

/** The slug of the spec directory that a path goes through: `../specs/241-support-pack/spec.md`. */
function slugOfPath(path: string): string | undefined {
  return targetOfPath(path)?.slug;
}

/** The target that a path into the spec root names, as `-> specs/242-operational-controls` does. */
export function targetOfPath(path: string): { spec: number; digits: string; slug: string } | undefined {
  const match = belowSpecs.exec(path) ?? anywhere.exec(path);
  if (match?.[1] === undefined || match[2] === undefined || /\.mdx?$/i.test(match[2])) return undefined;
  return { spec: specNumber(match[1]), digits: match[1], slug: match[2] };
}

/** Whether the words are a link to another site: its Spec 314 is none of ours. */
export function linksElsewhere(inline: Inline, start: number): boolean {
  const link = spanAt(inline.links, inline.location.offset + start);
  return link !== undefined && address.test(link.url);
}

function insideCode(inline: Inline, start: number): boolean {
  return spanAt(inline.codes, inline.location.offset + start) !== undefined;
}

/** "Spec 30% done", "Specs 2025/2026", "Spec 12/14 done". A number that begins with a zero is one of a spec. */
function isAmount(digits: string, word: string, after: string): boolean {
  if (digits.startsWith("0")) return false;
  const other = /^\/(\d{1,4})(?!\d)/.exec(after)?.[1];
  if (other !== undefined && year.test(digits) && (year.test(other) || other.length === 2)) return true;
  return amountEnd.test(after) || (other !== undefined && digits.length < 3 && !/s$/i.test(word));
}

/** "OpenAPI Spec 3", "IEEE Specification 802" and "spec 2 of the vendor" are about other specifications. */
function isOtherStandard(before: string, word: string, digits: string): boolean {
  const long = /^specification/i.test(word);
  if (digits.length >= 3 && !long) return false;
  const previous = before.trimEnd().split(/\s/).at(-1) ?? "";
  if (digits.length < 3 && (long || word.startsWith("s"))) return true;
  return previous.replace(/[^A-Z]/g, "").length >= 2;
}
