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
