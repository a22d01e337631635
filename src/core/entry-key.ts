/**
 * The identity of an entry: its title without case, punctuation and the difference between `&` and "and".
 * A trailing "v1" stays: `Review Workspace v1` and `Review Workspace Productization v1` are two entries.
 */
export function entryKey(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The directory slug that a title would get: `support-diagnostic-pack`. */
export function entrySlug(title: string): string {
  return entryKey(title).replaceAll(" ", "-");
}
