import type { Location } from "../core/location.ts";

/**
 * The part of a text that something was read from, whatever stands above it. Where the same part comes up again further down, what was read is moved there,
 * and copy and original share the origin: so does what readers remember of it.
 */
export class Origin {
  #notes: Note | undefined = undefined;

  /** What a reader made of the part; undefined when it has not read it. */
  recall(reader: object): unknown {
    for (let note = this.#notes; note !== undefined; note = note.next) if (note.reader === reader) return note.value;
    return undefined;
  }

  remember(reader: object, value: unknown): void {
    for (let note = this.#notes; note !== undefined; note = note.next) {
      if (note.reader !== reader) continue;
      note.value = value;
      return;
    }
    this.#notes = { reader, value, next: this.#notes };
  }
}

/** A chain and not a map: a part has five readers at most, and an empty map takes as much memory as all else that is known of it. */
interface Note {
  readonly reader: object;
  value: unknown;
  readonly next: Note | undefined;
}

/** Gives back what it is called with, so that the class below can put a private field on it. */
function given(this: unknown, object: object): object {
  return object;
}

/** A private field and not a WeakMap: there are tens of thousands of them, which costs the garbage collector more than the parser takes. */
class WithOrigin extends (given as unknown as new (object: object) => object) {
  #origin: Origin;

  constructor(object: object, origin: Origin) {
    super(object);
    this.#origin = origin;
  }

  static of(object: object): Origin | undefined {
    return #origin in object ? (object as WithOrigin).#origin : undefined;
  }

  static set(object: object, origin: Origin): void {
    if (#origin in object) (object as WithOrigin).#origin = origin;
    else new WithOrigin(object, origin);
  }
}

/** The origin of an inline, an item or a row; undefined for what is put together from parts, and for slices. */
export function originOf(object: object): Origin | undefined {
  return WithOrigin.of(object);
}

export function withOrigin<Thing extends object>(thing: Thing, origin: Origin): Thing {
  WithOrigin.set(thing, origin);
  return thing;
}

/** How far down, in lines and in UTF-16 units. The column never changes: what starts in another one is read anew. */
export interface Move {
  readonly lines: number;
  readonly units: number;
}

export function moveBetween(from: Location, to: Location): Move {
  return { lines: to.line - from.line, units: to.offset - from.offset };
}

export function movedLocation(
  { path, line, column, endLine, endColumn, offset, endOffset }: Location,
  { lines, units }: Move,
): Location {
  return {
    path,
    line: line + lines,
    column,
    endLine: endLine + lines,
    endColumn,
    offset: offset + units,
    endOffset: endOffset + units,
  };
}
