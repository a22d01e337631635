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

/** An explanation after a title: "Export: as CSV", "Export — as CSV", "Export (as CSV)". */
const explanation = /^([^:—–(]+?)(?::\s|\s[—–-]{1,2}\s|\s\()(.+)$/u;
/** What makes another thing of a title, which follows the one that has it. */
const another =
  /\b(?:phase|part|stage|step|round|iteration|follow[- ]?ups?|remaining|rest|next|second|third|again|beyond|v\s?\d|\d+(?:\.\d+)?)\b/i;

/**
 * The title of a heading without the explanation after it; none where too little is left, or where the rest makes it another thing ("phase 2").
 * For comparison only, and never certain: "Seat maps: colours" may be a part of "Seat maps".
 */
export function titleHead(title: string): string | undefined {
  const [, head = "", tail = ""] = explanation.exec(titleVariants(title)[0] ?? title) ?? [];
  const words = head.trim();
  return !words.includes(" ") || words.length < 8 || another.test(tail) ? undefined : words;
}
