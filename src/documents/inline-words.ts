import type { Inline, Span } from "../core/document.ts";
import { movedLocation, type Move } from "./origin.ts";

/** A stretch of the source (offsets in the document) and the words that a reader sees there. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** An inline that knows the words of its pieces, so that a slice of it knows them without parsing again. */
class PiecedInline implements Inline {
  readonly text: string;
  readonly plain: string;
  readonly location: Inline["location"];
  readonly codes: Inline["codes"];
  readonly strongs: Inline["strongs"];
  readonly links: Inline["links"];
  /** Private, and not in a WeakMap: there are tens of thousands of them, which costs the garbage collector more than the parser takes. */
  readonly #pieces: Pieces;

  constructor({ text, plain, location, codes, strongs, links }: Inline, pieces: Pieces) {
    this.text = text;
    this.plain = plain;
    this.location = location;
    this.codes = codes;
    this.strongs = strongs;
    this.links = links;
    this.#pieces = pieces;
  }

  static piecesOf(inline: object): Pieces | undefined {
    return #pieces in inline ? (inline as PiecedInline).#pieces : undefined;
  }
}

type Spans = Pick<Inline, "codes" | "strongs" | "links">;

/** An inline further down. Few are looked into: their spans are moved when somebody asks for them. */
class MovedInline implements Inline {
  readonly text: string;
  readonly plain: string;
  readonly location: Inline["location"];
  readonly #source: Inline;
  readonly #by: Move;
  readonly #pieces: Pieces;
  #spans: Spans | undefined;

  constructor(source: Inline, { all, units }: Pieces, by: Move) {
    this.text = source.text;
    this.plain = source.plain;
    this.location = movedLocation(source.location, by);
    this.#source = source;
    this.#by = by;
    this.#pieces = { all, units: units + by.units };
  }

  get codes(): Inline["codes"] {
    return this.#moved().codes;
  }
  get strongs(): Inline["strongs"] {
    return this.#moved().strongs;
  }
  get links(): Inline["links"] {
    return this.#moved().links;
  }

  toJSON(): Inline {
    const { text, plain, location, codes, strongs, links } = this;
    return { text, plain, location, codes, strongs, links };
  }

  #moved(): Spans {
    const { codes, strongs, links } = this.#source;
    return (this.#spans ??= {
      codes: movedSpans(codes, this.#by),
      strongs: movedSpans(strongs, this.#by),
      links: movedSpans(links, this.#by),
    });
  }

  static piecesOf(inline: object): Pieces | undefined {
    return #pieces in inline ? (inline as MovedInline).#pieces : undefined;
  }
}

function movedSpans<Kind extends Span>(spans: readonly Kind[], by: Move): readonly Kind[] {
  return spans.length === 0 ? spans : spans.map((span) => ({ ...span, location: movedLocation(span.location, by) }));
}

/** The pieces of an inline and of its slices, in the order of the source, and by how much they stand further down than where they were read. */
export interface Pieces {
  readonly all: readonly Piece[];
  readonly units: number;
}

/** Gives an inline its pieces. Slices of it share them. */
export function withPieces(inline: Inline, pieces: Pieces | undefined): Inline {
  return pieces === undefined ? inline : new PiecedInline(inline, pieces);
}

export function pieces(inline: Inline): Pieces | undefined {
  return piecesOf(inline);
}

function piecesOf(thing: object): Pieces | undefined {
  return PiecedInline.piecesOf(thing) ?? MovedInline.piecesOf(thing);
}

/** An inline further down; undefined for anything else. */
export function movedInline(thing: object, by: Move): Inline | undefined {
  const own = piecesOf(thing);
  return own === undefined ? undefined : new MovedInline(thing as Inline, own, by);
}

/** The words between two offsets of the document; undefined when only markup stands there. */
export function wordsIn({ all, units }: Pieces, start: number, end: number): string | undefined {
  return wordsBetween(all, start - units, end - units);
}

/** The words between two offsets of the text that the pieces were read from; undefined when only markup stands there. */
export function wordsBetween(all: readonly Piece[], start: number, end: number): string | undefined {
  let words: string | undefined;
  for (let index = firstEndingAfter(all, start); index < all.length; index += 1) {
    const piece = all[index];
    if (piece === undefined || piece.start >= end) break;
    words = (words ?? "") + cut(piece, start, end);
  }
  return words === undefined ? undefined : collapsed(words);
}

/** White space as a browser shows it. Most text has no more than single spaces. */
export function collapsed(text: string): string {
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, " ") : text).trim();
}

/** Pieces as long as their source can be cut; others (an entity, an image) stay whole. */
function cut({ start, end, words }: Piece, from: number, to: number): string {
  return words.length === end - start ? words.slice(Math.max(from - start, 0), to - start) : words;
}

function firstEndingAfter(all: readonly Piece[], offset: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
