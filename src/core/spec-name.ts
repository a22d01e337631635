/** No file system takes longer names, but a tree of git does. In UTF-16 code units. */
export const longestName = 255;

/** What the name of a spec directory says. */
export interface SpecName {
  /** Its digits as they are written. */
  readonly number: string;
  readonly slug: string;
}

/** Reads the names of directories; undefined in place of each that is none of a spec. Throws a `UsageError` when the pattern takes too long for one. */
export type SpecNameReader = (names: readonly string[]) => readonly (SpecName | undefined)[];

/** The named groups of a match; undefined without a match. */
type NamedGroups = Readonly<Record<string, string | undefined>> | undefined;

/**
 * Matches texts with a regular expression that a user wrote. Throws a `UsageError` when that takes too long. Measuring time is input, so that pure layers are
 * given one (`source/match-in-time.ts`).
 */
export type PatternMatcher = (pattern: string, texts: readonly string[]) => readonly NamedGroups[];

/** Reads names by the groups `number` and `slug` of a pattern. One of more than 255 characters is not a name. */
export function specNameReader(pattern: string, match: PatternMatcher): SpecNameReader {
  return (names) => {
    const short = names.filter((name) => name.length <= longestName);
    if (short.length === 0) return names.map(() => undefined);
    const groups = match(pattern, short);
    const found = new Map(short.map((name, index) => [name, specName(groups[index])]));
    return names.map((name) => found.get(name));
  };
}

/** For a pattern that is known to be quick. */
export const matchAtOnce: PatternMatcher = (pattern, texts) => {
  const expression = new RegExp(pattern);
  return texts.map((text) => expression.exec(text)?.groups);
};

function specName(groups: NamedGroups): SpecName | undefined {
  const [number, slug] = [groups?.["number"], groups?.["slug"]];
  return number === undefined || slug === undefined ? undefined : { number, slug };
}
