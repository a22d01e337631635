import { entryKey } from "../../core/entry-key.ts";

/** What a note is called that begins with a label, and what a list says that holds nothing. */
const labels = new Set(
  [
    "note, notes, warning, caution, important, tip, hint, info, attention, caveat, remark, example, reminder, todo, update, updated, edit, nb, fyi, legend, rule, rules",
    "none, nothing, empty, n a, tbd, none yet, nothing yet, no candidates, no entries, no items",
    "hinweis, achtung, wichtig, warnung, beispiel, keine, nichts, nota, aviso, atención, importante, ninguno, ninguna, remarque, avertissement, aucun, aucune, atenção, observação, nenhum, nenhuma",
    "注意, 重要, 備考, 警告, なし, 备注, 无",
  ]
    .join(", ")
    .split(", ")
    .map(entryKey),
);
/** Words in bold with which a sentence begins that speaks of the list. */
const openings =
  /^(?:do not|don t|never|always|only|all|any|each|every|please|see|if|when|unless|this|these|those|there|it|they|we)(?: |$)/;

/** Whether marked words at the beginning of a bullet open a note, and are no title: "**Note**", "**Do not** add …", "**None yet**". */
export function isNoteOpening(words: string): boolean {
  const key = entryKey(words);
  return labels.has(key) || (openings.test(key) && key.split(" ").length <= 3);
}

const emptiness =
  /^[\s(_*–—-]*(?:none|nothing|empty|n\/a|no (?:\w+ )?(?:candidates|entries|items)|keine?|nichts|aucune?|ningun[oa]|nenhum[a]?|なし|无)(?:\s+(?:yet|now|left|here|queued|at the moment|right now|at present|currently))?[\s)_*.–—-]*$/i;

/** Whether words say that a list holds nothing: "None yet.", "—". */
export function isEmptiness(words: string): boolean {
  return emptiness.test(words) || !/[\p{L}\p{N}]/u.test(words);
}

const quantities =
  /^(?:(?:none|nothing|some|most|many|few|both|one|two|three|the rest|the first|the last|everything|anything) (?:of|else|here|below|above)|more (?:in|at|on)|moved|keep|ordered|sorted|listed|compare|cf|siehe|vgl|nur|alle|voir|ver)(?: |$)/;

/** Whether a line speaks of the list, by how it begins: "Note: …", "See …", "All of these …". */
export function beginsAsNote(words: string): boolean {
  const key = entryKey(words);
  const label = /^[^:–—-]{1,24}(?=[:–—-])/.exec(words)?.[0];
  return (
    openings.test(key) ||
    quantities.test(key) ||
    (label !== undefined && labels.has(entryKey(label))) ||
    labels.has(key)
  );
}
