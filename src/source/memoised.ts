import type { ReadResult } from "../core/snapshot.ts";

/** Computes the value of a key when it is first asked for, and once only. What is `known` already is not computed. */
export function memoised<Value>(
  compute: (key: string) => Value,
  known = new Map<string, Value>(),
): (key: string) => Value {
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

/** So many characters of texts are kept, and at most as many again. What goes beyond is read again when somebody asks: few do, since facts are read out of a file at once. */
const mostText = 500_000;

/**
 * Like `memoised`, with room for so much text only: a repository may have more of it than there is memory. What was not asked for lately goes with the map that holds it: to take
 * single entries out of an old map would leave them to a collection of all garbage, which is seldom.
 */
export function memoisedTexts(compute: (path: string) => ReadResult): (path: string) => ReadResult {
  let [recent, earlier] = [new Map<string, ReadResult>(), new Map<string, ReadResult>()];
  let size = 0;
  return (path) => {
    const known = recent.get(path);
    if (known !== undefined) return known;
    const result = earlier.get(path) ?? compute(path);
    size += sizeOf(result);
    if (size > mostText) {
      [recent, earlier] = [new Map(), recent];
      size = sizeOf(result);
    }
    recent.set(path, result);
    return result;
  };
}

function sizeOf(result: ReadResult): number {
  return result.ok ? result.text.length : 0;
}
