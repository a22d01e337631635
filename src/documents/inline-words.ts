import type { Inline } from "../core/document.ts";

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
  readonly #pieces: readonly Piece[];

  constructor({ text, plain, location, codes, strongs, links }: Inline, pieces: readonly Piece[]) {
    this.text = text;
    this.plain = plain;
    this.location = location;
    this.codes = codes;
    this.strongs = strongs;
    this.links = links;
    this.#pieces = pieces;
  }

  static piecesOf(inline: Inline): readonly Piece[] | undefined {
    return #pieces in inline ? inline.#pieces : undefined;
  }
}

/** Gives an inline its pieces, in the order of the source. Slices of it share them. */
export function withPieces(inline: Inline, pieces: readonly Piece[] | undefined): Inline {
  return pieces === undefined ? inline : new PiecedInline(inline, pieces);
}

export function pieces(inline: Inline): readonly Piece[] | undefined {
  return PiecedInline.piecesOf(inline);
}

/** The words between two offsets of the document; undefined when only markup stands there. */
export function wordsBetween(all: readonly Piece[], start: number, end: number): string | undefined {
  let words: string | undefined;
  for (let index = firstEndingAfter(all, start); index < all.length; index += 1) {
    const piece = all[index];
    if (piece === undefined || piece.start >= end) break;
    words = (words ?? "") + cut(piece, start, end);
  }
  return words === undefined ? undefined : collapsed(words);
}

/** White space as a browser shows it. */
export function collapsed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
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
