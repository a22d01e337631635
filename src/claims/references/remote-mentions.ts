import type { Inline, Link } from "../../core/document.ts";
import type { RemoteReference } from "../../core/remote.ts";
import { spanAt } from "../../documents/span-at.ts";

/** A stretch of an inline that names an issue or a pull request. Offsets count in `Inline.text`. */
export interface RemoteMention {
  readonly start: number;
  readonly end: number;
  readonly reference: RemoteReference;
  /** What its address says; "unknown" for a number. */
  readonly called: "pull" | "issue" | "unknown";
}

/** Stands for code in `maskCode`: neither a word nor a space. */
export const codeMark = "\u{A4}";
/** What a text must hold before it is worth a closer look. */
const worthReading = /#\d|\/(?:pulls?|issues)\/\d|\bGH-\d/;
const address =
  /https?:\/\/([\w.-]{1,253}(?::\d{1,5})?)\/([\w.-]{1,100})\/([\w.-]{1,100})\/(pulls?|issues)\/([1-9]\d{0,6})(?![\w-])/g;
/** `#317`, `acme/shop#317`, `GH-317`. Not `&#39;`, `#a1b2c3`, `page#3`, `#3-heading`, `#1.5`, `#007`. */
const numbered = /(?<![\w/&#.:-])(?:([A-Za-z\d][A-Za-z\d-]{0,38}\/[\w.-]{1,100})?#|GH-)([1-9]\d{0,6})(?![\w-]|\.\d)/g;

export function mayMention(text: string): boolean {
  return worthReading.test(text);
}

/** The text of an inline, of the same length, in which no letter of a code span is left. */
export function maskCode({ text, codes, location }: Inline): string {
  let masked = "";
  for (const {
    location: { offset, endOffset },
  } of codes) {
    masked += text.slice(masked.length, offset - location.offset);
    masked += codeMark.repeat(endOffset - location.offset - masked.length);
  }
  return masked + text.slice(masked.length);
}

/**
 * Every address and number of an inline, in order. A number that an address of the same inline repeats belongs to the repository of that
 * address: “#12 (https://github.com/acme/shop/pull/12)”.
 */
export function remoteMentions(inline: Inline, masked: string): RemoteMention[] {
  const links = inline.links.map((link) => ({
    link,
    start: link.location.offset - inline.location.offset,
    end: link.location.endOffset - inline.location.offset,
  }));
  const outside = (at: number): boolean => spanAt(inline.links, inline.location.offset + at) === undefined;
  const linked = links.flatMap(({ link, start, end }) => ofLink(link, { start, end }));
  const bare = [...masked.matchAll(address)]
    .filter(({ index }) => outside(index))
    .map((match) => ofAddress(match, { start: match.index, end: match.index + match[0].length }));
  const addresses = [...linked, ...bare];
  const numbers = [...masked.matchAll(numbered)].filter(
    ({ index }) => outside(index) && !addresses.some(({ start, end }) => start <= index && index < end),
  );
  return [...addresses, ...numbers.map((match) => ofNumber(match, addresses))].sort(
    (one, other) => one.start - other.start,
  );
}

type Stretch = Pick<RemoteMention, "start" | "end">;

function ofLink({ url }: Link, stretch: Stretch): RemoteMention[] {
  const match = [...url.matchAll(address)][0];
  return match?.index === 0 ? [ofAddress(match, stretch)] : [];
}

function ofAddress(
  [, host = "", owner = "", name = "", path = "", digits = ""]: RegExpMatchArray,
  stretch: Stretch,
): RemoteMention {
  const reference = {
    number: Number(digits),
    repository: `${owner}/${name}`,
    host: host.toLowerCase().replace(/^www\./, ""),
  };
  return { ...stretch, reference, called: path === "issues" ? "issue" : "pull" };
}

function ofNumber(match: RegExpExecArray, addresses: readonly RemoteMention[]): RemoteMention {
  const [whole, repository, digits = ""] = match;
  const stretch = { start: match.index, end: match.index + whole.length };
  const reference = { number: Number(digits), repository, host: undefined };
  const same = addresses.find(
    (one) =>
      one.reference.number === reference.number &&
      (repository === undefined || one.reference.repository === repository),
  );
  return same === undefined
    ? { ...stretch, reference, called: "unknown" }
    : { ...stretch, reference: same.reference, called: same.called };
}
