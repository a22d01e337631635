/** The characters of ASCII one by one, then all others together, then the end of the text. */
const [ascii, other, end, symbols] = [128, 128, 129, 130];

/** How many ways lead to each position. */
type Ways = ReadonlyMap<number, number>;

/** A part of an expression: where it begins and ends, and in how many ways it takes no character at all. */
export interface Part {
  readonly first: Ways;
  readonly last: Ways;
  readonly empty: number;
}

interface Position {
  readonly accepts: Uint8Array;
  readonly next: Map<number, number>;
  /** Whether it repeats by itself, as in `a*`. */
  loops: boolean;
  /** Whether it is in a group that is repeated. */
  repeated: boolean;
}

const nothing: Ways = new Map();

/**
 * The position automaton (Glushkov) of a regular expression, with the number of ways from one position to the next: what a matcher that tries one way after
 * the other may try. Parts are put together as the expression is read.
 */
export class PositionAutomaton {
  readonly #positions: Position[] = [];

  get size(): number {
    return this.#positions.length;
  }

  /** Takes no character: an assertion, or nothing. */
  readonly blank: Part = { first: nothing, last: nothing, empty: 1 };

  /** One character, as an atom of an expression that stands for one: `a`, `\d`, `[^-]`. */
  character(atom: string): Part {
    const accepts = new Uint8Array(symbols);
    const expression = new RegExp(`^${atom}$`);
    for (let code = 0; code < ascii; code += 1) accepts[code] = Number(expression.test(String.fromCharCode(code)));
    accepts[other] = Number(!isAscii(atom));
    return this.#position(accepts);
  }

  sequence(one: Part, two: Part): Part {
    this.#connect(one.last, two.first);
    return {
      first: sum(one.first, times(two.first, one.empty)),
      last: sum(two.last, times(one.last, two.empty)),
      empty: one.empty * two.empty,
    };
  }

  either(one: Part, two: Part): Part {
    return { first: sum(one.first, two.first), last: sum(one.last, two.last), empty: one.empty + two.empty };
  }

  optional(part: Part): Part {
    return { ...part, empty: part.empty + 1 };
  }

  /** A character that comes again and again: its part is the newest one. */
  loop(part: Part): Part {
    this.#connect(part.last, part.first);
    for (const at of part.first.keys()) (this.#positions[at] as Position).loops = true;
    return part;
  }

  /** A group that comes again and again: all that was added since the automaton had the size `from`. */
  repeat(part: Part, from: number): Part {
    this.#connect(part.last, part.first);
    for (const position of this.#positions.slice(from)) position.repeated = true;
    return part;
  }

  /**
   * An upper bound for the ways in which the whole expression can be tried on a text of `length` characters; Infinity when they may grow without a bound. Where two
   * ways go on with the same character, those from a position that is passed once multiply by their number, those from a loop by the length also, and
   * those inside a repeated group without an end.
   */
  ways(whole: Part, length: number): number {
    const atEnd = new Uint8Array(symbols);
    atEnd[end] = 1;
    const { first } = this.sequence(whole, this.#position(atEnd));
    return this.#positions.reduce(
      (product, { next, loops, repeated }) => {
        const most = this.#mostAtOnce(next);
        return most <= 1 ? product : product * (repeated ? Infinity : loops ? length * (most - 1) : most);
      },
      Math.max(1, this.#mostAtOnce(first)),
    );
  }

  #mostAtOnce(next: Ways): number {
    const counts = new Float64Array(symbols);
    for (const [at, ways] of next)
      this.#positions[at]?.accepts.forEach(
        (accepted, symbol) => (counts[symbol] = (counts[symbol] ?? 0) + accepted * ways),
      );
    return Math.max(...counts);
  }

  #position(accepts: Uint8Array): Part {
    const at = this.#positions.push({ accepts, next: new Map(), loops: false, repeated: false }) - 1;
    const only: Ways = new Map([[at, 1]]);
    return { first: only, last: only, empty: 0 };
  }

  #connect(from: Ways, to: Ways): void {
    for (const [at, before] of from)
      for (const [then, after] of to) add((this.#positions[at] as Position).next, then, before * after);
  }
}

/** Whether an atom takes characters of ASCII only, as far as that is plain. */
function isAscii(atom: string): boolean {
  const plain = atom.replaceAll(/\\[dw\W_]/g, "");
  return /^[\x20-\x7e]*$/.test(atom) && plain !== "." && !plain.startsWith("[^") && !plain.includes("\\");
}

function add(ways: Map<number, number>, at: number, more: number): void {
  ways.set(at, (ways.get(at) ?? 0) + more);
}

function sum(one: Ways, two: Ways): Ways {
  if (two.size === 0) return one;
  const both = new Map(one);
  for (const [at, ways] of two) add(both, at, ways);
  return both;
}

function times(ways: Ways, factor: number): Ways {
  return factor === 0 ? nothing : factor === 1 ? ways : new Map([...ways].map(([at, count]) => [at, count * factor]));
}
