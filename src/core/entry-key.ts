/** The keys of texts that were asked for before: titles and words are compared again and again. Longer texts and more of them are not kept. */
const known = new Map<string, string>();
const longestKnown = 200;
const mostKnown = 20_000;

/**
 * The identity of an entry: its title without case, punctuation and the difference between `&` and "and".
 * A trailing "v1" stays: `Review Workspace v1` and `Review Workspace Productization v1` are two entries.
 */
export function entryKey(title: string): string {
  if (title.length > longestKnown) return computeKey(title);
  const found = known.get(title);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const key = computeKey(title);
  known.set(title, key);
  return key;
}

function computeKey(title: string): string {
  // The same for letters that every title has, without the tables of Unicode, which take milliseconds to set up.
  if (/^[\x20-\x7e]*$/.test(title))
    return title
      .toLowerCase()
      .replace(/&/g, " and ")
      .replace(/'/g, "")
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  return (
    title
      .normalize("NFKC")
      // Zero-width characters and soft hyphens: nobody sees them.
      .replace(/\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g, "")
      .toLowerCase()
      .replace(/&/g, " and ")
      .replace(/['’]/g, "")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
  );
}

/** The directory slug that a title would get: `support-diagnostic-pack`. */
export function entrySlug(title: string): string {
  return entryKey(title).replaceAll(" ", "-");
}

/**
 * The identity of a word of a vocabulary, which may be a mere symbol: its `entryKey`, or what is written where that is empty (✅, ☐, #). A symbol is the same
 * one as text and as a picture. Empty only for white space.
 */
export function wordKey(word: string): string {
  const key = entryKey(word);
  return key === "" ? word.normalize("NFKC").replace(/[\s\uFE0E\uFE0F]+/g, "") : key;
}
