/** No file system takes longer names, but a tree of git does. In UTF-16 code units. */
export const longestName = 255;

/** Number and slug of a spec directory, by the pattern of the settings; undefined for other names and for those of more than 255 characters. */
export function matchSpecName(
  pattern: RegExp,
  name: string,
): { readonly number: string; readonly slug: string } | undefined {
  const groups = name.length > longestName ? undefined : pattern.exec(name)?.groups;
  const [number, slug] = [groups?.["number"], groups?.["slug"]];
  return number === undefined || slug === undefined ? undefined : { number, slug };
}
