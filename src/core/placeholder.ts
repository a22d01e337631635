/** Whole values that say nothing, in lower case. What a vocabulary of its own may hold (“pending”, “optional”) is not among them. */
const words: ReadonlySet<string> = new Set(
  [
    "todo, tbd, tba, tbc, fixme, fix me, xxx, wip, n/a, na, n.a, none, nil, null, undefined, unknown, nothing, not applicable",
    "see above, see below, as above, as below, same as above, same as before, ditto, idem, later, soon, to follow, coming soon, add later",
    "to be decided, to be determined, to be defined, to be confirmed, to be announced, to be added, to be written, to be filled, to be filled in",
    "fill in, fill me in, fill this in, fill in later, placeholder, lorem ipsum, reason, reason here, your reason here, add reason, add a reason",
    "say why, who decided, not yet decided, not decided yet, undecided, decide later, name, your name, date",
    "keine, keiner, kein, nichts, unbekannt, entfällt, nicht zutreffend, k.a, k. a, siehe oben, s. o, s.o, siehe unten, wie oben, dito",
    "später, folgt, folgt noch, noch offen, noch zu klären, zu klären, wird noch geklärt, wird ergänzt, wird nachgereicht, zu ergänzen, offen lassen",
    "ninguno, ninguna, nada, desconocido, no aplica, ver arriba, véase arriba, ver más arriba, ver abajo, ídem, más tarde",
    "por definir, por determinar, por decidir, por confirmar, por completar, a definir, pendiente de definir",
    "aucun, aucune, rien, inconnu, sans objet, néant, voir ci-dessus, voir plus haut, voir ci-dessous, plus tard",
    "à définir, à déterminer, à décider, à confirmer, à compléter, à préciser, à venir",
    "nenhum, nenhuma, desconhecido, não se aplica, ver acima, ver abaixo, mais tarde, a determinar, a decidir, a confirmar",
    "未定, 未記入, 要検討, 要記入, 要確認, 後で, 後日, 同上, 上記参照, 上記の通り, なし, 無し, 該当なし, 不明",
    "待定, 待补充, 待填写, 待确认, 待決定, 待决定, 同上, 见上, 见上文, 見上文, 无, 無, 暂无, 不适用, 未知, 稍后, 以后",
  ].flatMap((line) => line.split(", ").map((word) => word.trim())),
);

/** Nobody writes an answer longer than this without saying anything. */
const longest = 300;
/** “TODO: who decided”, “TBD by the owner”. “TODO list” and “Todo app” are things. */
const marker =
  /^(?:(?:TODO|FIXME|XXX|TBD|TBA|TBC)\b(?=\s*(?:$|[^\p{L}\p{N}\s]))|(?:TBD|TBA|TBC)\b|(?:TODO|FIXME)\s+(?=\p{Ll}))/u;
const thing = /^(?:TODO|FIXME)\s+(?:apps?|lists?|items?|comments?|markers?|notes?|files?|bot|board|scanner)\b/i;
/** `<reason>`, `{{name}}`, `[NAME]`, `[who decided]`, `YYYY-MM-DD`. `[SPEC-012]` and `[Seat maps]` refer to something. */
const blanks = [
  /<[^<>\n]*>/g,
  /\$?\{\{?[^{}\n]*\}?\}/g,
  /\[(?:\p{Ll}[^[\]\d\n]+|\p{Lu}[\p{Lu}_\s-]*|\.{3}|…)\](?![([])/gu,
  /_{3,}|\.{3,}|…/g,
  /\b(?:Y{2,4}|J{4}|A{4})[-/.]M{1,2}[-/.](?:D{1,2}|T{1,2}|J{1,2})\b|\b(?:D{1,2}|T{1,2}|J{1,2})[-/.]M{1,2}[-/.](?:Y{2,4}|J{4}|A{4})\b/gi,
] as const;
const day = /\b\d{4}-\d{2}-\d{2}\b/;

/**
 * Whether a value that has to answer something answers nothing: an empty one, “TODO: who decided”, “n/a”, “see above”, `<reason>`, `YYYY-MM-DD`, in
 * several languages; also with a date before it. Only the whole value counts: “Ada decided (TODO: link)” is an answer.
 */
export function isPlaceholder(text: string): boolean {
  const value = bare(text.slice(0, longest + 1));
  if (value.length > longest) return false;
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(value)) return true;
  if (isBlank(value)) return true;
  const undated = bare(value.replace(day, " "));
  return undated !== value && /[\p{L}\p{N}]/u.test(undated) && isBlank(undated);
}

function isBlank(value: string): boolean {
  if (words.has(folded(value)) || (marker.test(value) && !thing.test(value))) return true;
  const rest = blanks.reduce((remaining, blank) => remaining.replace(blank, " "), value);
  return (
    rest !== value && (bare(rest) === "" || words.has(folded(rest)) || !/[\p{L}\p{N}]/u.test(rest.replace(day, " ")))
  );
}

/** Without comments, stress and quotation marks around it, and what ends a sentence. */
function bare(text: string): string {
  const value = text.replace(/<!--[\s\S]*?(?:-->|$)/g, " ").replace(/[*`~]/g, "");
  return within(value, /[^\s_"'“”„«»‘’,;:.!。、，–—-]/gu, /[^\s_"'“”„«»‘’,;:–—-]/u);
}

function folded(value: string): string {
  return bare(within(value, /[^)\]）】]/gu, /[^([（【]/u))
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, " ");
}

/** From the first character that fits `start` to the last one that fits `end`. */
function within(value: string, end: RegExp, start: RegExp): string {
  const from = value.search(start);
  const last = [...value.matchAll(end)].at(-1);
  return from === -1 || last === undefined ? "" : value.slice(from, last.index + last[0].length);
}
