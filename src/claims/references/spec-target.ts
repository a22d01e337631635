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

const reference = /\b([Ss]pecs?|SPECS?)(?:\s+#?|-)(\d{1,5})(?![\w?]|\.\d)/g;
const rangeTail = /^\s*(?:-|–|—|to|through|until)\s*#?(\d{1,5})(?![\w?]|\.\d)/;
const listTail = /^\s*(?:,\s*(?:and\s+|or\s+)?|and\s+|or\s+|&\s*|\+\s*|\/\s*)#?(\d{2,5})(?![\w?%-]|\.\d)/;

const noMentions: readonly SpecMention[] = [];

/** Every "Spec 242", "Specs 251-260" and "Specs 241, 242 and 243" of a text that does not begin inside a code span. */
export function specMentions(inline: Inline): readonly SpecMention[] {
  if (!/[Ss]pec|SPEC/.test(inline.text)) return noMentions;
  const mentions: SpecMention[] = [];
  for (const match of inline.text.matchAll(reference)) {
    const [whole, word = "", digits = ""] = match;
    const start = match.index;
    if (insideCode(inline, start) || isOtherStandard(inline.text.slice(Math.max(0, start - 40), start), word, digits))
      continue;
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
    spec: Number(match.digits),
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

/** The slug of the spec directory that a path goes through: `../specs/241-support-pack/spec.md`. */
function slugOfPath(path: string): string | undefined {
  return /(?:^|\/)\d{2,5}-([a-z0-9]+(?:-[a-z0-9]+)*)(?:\/|$)/.exec(path)?.[1];
}

/** The target that a path into the spec root names, as `-> specs/242-operational-controls` does. */
export function targetOfPath(path: string): { spec: number; digits: string; slug: string } | undefined {
  const match = /(?:^|\/)(\d{2,5})-([a-z0-9]+(?:-[a-z0-9]+)*)(?:\/|$)/.exec(path);
  return match?.[1] === undefined || match[2] === undefined
    ? undefined
    : { spec: Number(match[1]), digits: match[1], slug: match[2] };
}

function insideCode(inline: Inline, start: number): boolean {
  return spanAt(inline.codes, inline.location.offset + start) !== undefined;
}

/** "OpenAPI Spec 3" and "spec 2 of the vendor" are about other specifications. */
function isOtherStandard(before: string, word: string, digits: string): boolean {
  if (digits.length >= 3) return false;
  const previous = before.trimEnd().split(/\s/).at(-1) ?? "";
  return word.startsWith("s") || previous.replace(/[^A-Z]/g, "").length >= 2;
}
