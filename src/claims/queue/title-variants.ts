/** What may be put before the title of an entry, or after it, without being a part of it: "3.1 Export", "Candidate: Export", "Export {#export}". */
const around =
  /^(?:\d{1,3}(?:\.\d{1,3})*[.)]?\s+|(?:candidate|idea|entry|proposal)(?:\s+#?\d{1,4})?\s*[:—–-]\s*)|(?<!\s)\s*\{#[\w-]+\}$/i;

/**
 * The title of a heading without number, label and anchor; none when it has none of them. It is for comparison only: "365 days" is a title as it is, and
 * its rest counts where it equals what a spec or a promoted entry is called.
 */
export function titleVariants(title: string): readonly string[] {
  let bare = title;
  for (let next = bare.replace(around, "").trim(); next !== bare; next = bare.replace(around, "").trim()) bare = next;
  return bare === title || bare === "" ? [] : [bare];
}
