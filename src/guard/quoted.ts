/** Longer titles are cut, in UTF-16 code units: nobody needs more of them to know which is meant. */
const longest = 200;

/** Words of the repository in quotation marks that they cannot close themselves: they are data, whatever they say. */
export function quoted(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return `“${cut.replaceAll(/[“”]/g, '"')}”`;
}
