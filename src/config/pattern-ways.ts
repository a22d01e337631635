import { PositionAutomaton, type Part } from "./position-automaton.ts";

/** An expression of more positions is not looked at: it would take long, and no name is like that. */
const mostPositions = 300;
/** So many of a character are written out; more are as good as any number. */
const mostWrittenOut = 20;

/**
 * An upper bound for the ways in which a matcher that tries one after the other can try an expression of JavaScript (without flags) on a text of `length` characters; Infinity when
 * none is known: for what grows without a bound, and for back references, lookbehind and whatever else is not known here. The expression is a valid one.
 */
export function patternWays(pattern: string, length: number): number {
  const reader = new PatternReader(pattern, length);
  try {
    return reader.read();
  } catch (error) {
    if (error instanceof NotKnown) return Infinity;
    throw error;
  }
}

class NotKnown extends Error {}

class PatternReader {
  readonly #pattern: string;
  readonly #length: number;
  #at = 0;
  #depth = 0;
  /** Whether each alternative of the whole begins where the text begins. */
  #anchored = true;
  #automaton = new PositionAutomaton();
  /** By how many ways of looks ahead those of the rest are multiplied, and how many looks there are. */
  #looked = { ways: 1, count: 0 };

  constructor(pattern: string, length: number) {
    this.#pattern = pattern;
    this.#length = length;
  }

  read(): number {
    const whole = this.#alternatives();
    // Without an anchor it is tried from each character on.
    return (this.#anchored ? 1 : this.#length) * this.#looked.ways * this.#automaton.ways(whole, this.#length);
  }

  #alternatives(): Part {
    let part = this.#sequence();
    while (this.#take(/\|/y) !== undefined) part = this.#automaton.either(part, this.#sequence());
    return part;
  }

  #sequence(): Part {
    if (this.#depth === 0 && this.#pattern.charAt(this.#at) !== "^") this.#anchored = false;
    let part = this.#automaton.blank;
    while (this.#at < this.#pattern.length && !/[|)]/.test(this.#pattern.charAt(this.#at)))
      part = this.#automaton.sequence(part, this.#term());
    return part;
  }

  #term(): Part {
    if (this.#automaton.size > mostPositions) throw new NotKnown();
    if (this.#take(/[$^]|\\b/iy) !== undefined) return this.#automaton.blank;
    if (this.#take(/\(\?[!=]/y) !== undefined) return this.#lookAhead();
    if (this.#take(/\((?:\?:|\?<(?![!=])[^>]+>|(?!\?))/y) !== undefined) return this.#group();
    const atom = this.#take(
      /\\(?:x[\da-f]{2}|u[\da-f]{4}|c[a-z]|[^0-9ckux]|[ux]|0(?!\d))|\[(?:\\.|[^\]\\])*\]|[^\\([]/iy,
    );
    if (atom === undefined) throw new NotKnown();
    return this.#repeatedCharacter(/^[\]{}]$/.test(atom) ? `\\${atom}` : atom);
  }

  #repeatedCharacter(atom: string): Part {
    const { least, most } = this.#quantifier();
    const written = least === most && most <= mostWrittenOut ? most : 1;
    let part = written === 0 ? this.#automaton.blank : this.#automaton.character(atom);
    for (let index = 1; index < written; index += 1)
      part = this.#automaton.sequence(part, this.#automaton.character(atom));
    const looped = most > 1 && written === 1 ? this.#automaton.loop(part) : part;
    return least === 0 && most > 0 ? this.#automaton.optional(looped) : looped;
  }

  #group(): Part {
    const before = { size: this.#automaton.size, looks: this.#looked.count };
    const part = this.#inner();
    const { least, most } = this.#quantifier();
    // In each round the matcher may look ahead, or do nothing.
    if (most > 1 && (part.empty > 0 || this.#looked.count > before.looks)) throw new NotKnown();
    const repeated = most > 1 ? this.#automaton.repeat(part, before.size) : part;
    return least === 0 ? this.#automaton.optional(repeated) : repeated;
  }

  /** It takes nothing, and is tried by itself wherever the rest comes to it. */
  #lookAhead(): Part {
    const outer = this.#automaton;
    this.#automaton = new PositionAutomaton();
    const ways = this.#automaton.ways(this.#inner(), this.#length);
    this.#automaton = outer;
    if (this.#quantifier().most !== 1) throw new NotKnown();
    this.#looked = { ways: this.#looked.ways * ways, count: this.#looked.count + 1 };
    return outer.blank;
  }

  /** What is between parentheses, of which the first is read already. */
  #inner(): Part {
    this.#depth += 1;
    const part = this.#alternatives();
    this.#depth -= 1;
    this.#take(/\)/y);
    return part;
  }

  #quantifier(): { readonly least: number; readonly most: number } {
    const sign = this.#take(/[*+?]|\{\d+(?:,\d*)?\}/y);
    this.#take(/\?/y);
    if (sign === undefined) return { least: 1, most: 1 };
    if (sign.length === 1) return { least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : Infinity };
    const [least = "", most = least] = sign.slice(1, -1).split(",");
    return { least: Number(least), most: most === "" ? Infinity : Number(most) };
  }

  #take(token: RegExp): string | undefined {
    token.lastIndex = this.#at;
    const found = token.exec(this.#pattern)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}
