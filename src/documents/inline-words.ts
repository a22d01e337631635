import type { Inline } from "../core/document.ts";
import { lineStarts } from "./source-text.ts";

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
  declare readonly struck?: readonly Inline[];
  /** Private, and not in a WeakMap: there are tens of thousands of them, which costs the garbage collector more than the parser takes. */
  readonly #pieces: readonly Piece[];
  #lineStarts: readonly number[] | undefined = undefined;

  constructor({ text, plain, location, codes, strongs, links, struck }: Inline, pieces: readonly Piece[]) {
    this.text = text;
    this.plain = plain;
    this.location = location;
    this.codes = codes;
    this.strongs = strongs;
    this.links = links;
    if (struck !== undefined) this.struck = struck;
    this.#pieces = pieces;
  }

  static lineStartsOf(inline: Inline): readonly number[] {
    return #pieces in inline
      ? ((inline as PiecedInline).#lineStarts ??= lineStarts(inline.text))
      : lineStarts(inline.text);
  }

  static piecesOf(inline: object): readonly Piece[] | undefined {
    return #pieces in inline ? (inline as PiecedInline).#pieces : undefined;
  }
}

/** Gives an inline the pieces of the source that it was read from, in their order. Slices of it share them. */
export function withPieces(inline: Inline, pieces: readonly Piece[] | undefined): Inline {
  return pieces === undefined ? inline : new PiecedInline(inline, pieces);
}

/** The inline, with what is struck out in it. */
export function withStruck(inline: Inline, struck: readonly Inline[]): Inline {
  return withPieces({ ...inline, struck }, pieces(inline));
}

export function pieces(inline: Inline): readonly Piece[] | undefined {
  return PiecedInline.piecesOf(inline);
}

/** The offsets in the text of an inline at which its lines start. A long paragraph is sliced once for every reference in it. */
export function lineStartsOf(inline: Inline): readonly number[] {
  return PiecedInline.lineStartsOf(inline);
}

/** The words between two offsets of the document; undefined when only markup is there. */
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
