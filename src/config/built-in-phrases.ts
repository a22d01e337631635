import type { PhraseName } from "../core/settings.ts";

/** The phrases of a list, which commas and line ends part. */
function words(list: string): readonly string[] {
  return list
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}

/** Every phrase of a list with every one of another after it. */
function combined(first: string, second: string): readonly string[] {
  return words(first).flatMap((one) => words(second).map((other) => `${one} ${other}`));
}

const automaticPick = `auto-prep*, autoprep*, auto prep*, auto-pick*, autopick*, auto pick*, auto-select*, auto select*, auto-promot*,
auto promot*, auto-implement*, automatic pick*, automatic prep*, automatic select*, automatic promot*, automatic implement*, automatic next,
automatically pick*, automatically prep*, automatically select*, automatically promot*, automatically implement*, automatically taken,
picked automatically, prepped automatically, selected automatically, promoted automatically, taken automatically, implemented automatically`;

const boundary = [
  ...combined("no, not, never, not for, not be, never be, not to be, never for", automaticPick),
  ...words(`
manual only, manually only, only manual*, manual promotion, manual promotion only, manual selection, promoted manually, promoted by hand,
picked by hand, by hand only, only by hand, only a person, only a human, only persons, only people, only humans, only human, humans only,
people only, persons only, agents keep out, bots keep out, agents must not, bots must not, not for agents, not for bots, off limits to agents,
off-limits to agents, closed to agents, explicit decision,
explicit product decision, explicit human decision, explicit roadmap decision, must not be picked, must not be selected, must not be taken,
must not be auto-picked, must not be auto-selected, human pick, human decision, human approval, a person decides, a person must decide`),
  ...words(`
nur von hand, nur per hand, nur händisch, nur manuell*, ausschließlich manuell*, ausschließlich von hand, von hand zu wählen, manuelle auswahl,
nie automatisch*, niemals automatisch*, nicht automatisch*, keine automatisch*, keine automatik, kein automatisch*, ohne automatik,
nur ein mensch, nur menschen, nur durch menschen, nur eine person, nur durch eine person, nur personen, nur nach entscheidung,
nur mit ausdrücklicher entscheidung, ausdrückliche entscheidung, menschliche entscheidung`),
  ...words(`
solo manual*, sólo manual*, únicamente manual*, solo a mano, sólo a mano, únicamente a mano, promoción manual, selección manual,
nunca automátic*, nunca de forma automática, no automátic*, no de forma automática, sin selección automática, sin automatización,
solo una persona, sólo una persona, solo personas, sólo personas, decisión humana, decisión explícita`),
  ...words(`
uniquement manuel*, manuellement uniquement, manuel uniquement, seulement manuel*, uniquement à la main, seulement à la main,
à la main uniquement, à la main seulement, promotion manuelle, sélection manuelle, jamais automatique*, pas automatique*,
pas de sélection automatique, aucune sélection automatique, sans sélection automatique, aucun choix automatique, seule une personne,
uniquement une personne, uniquement par une personne, décision humaine, décision explicite`),
  ...words(`
apenas manual*, somente manual*, só manual*, apenas à mão, somente à mão, só à mão, promoção manual, seleção manual, nunca automátic*,
nunca de forma automática, não automátic*, sem seleção automática, sem automação, apenas uma pessoa, somente uma pessoa, só uma pessoa,
apenas pessoas, decisão humana, decisão explícita`),
  ...words(`
手動のみ, 手動でのみ, 手動昇格, 手動選択, 手作業のみ, 人手のみ, 自動選択しない, 自動では選ばない, 自動で選ばない, 自動的に選ばない, 自動選択禁止,
自動選択不可, 自動化しない, 自動処理しない, 人が選ぶ, 人が決める, 人だけが, 人間だけが, 人間が判断, 人が判断, 明示的な決定`),
  ...words(`
仅手动, 仅限手动, 只能手动, 只允许手动, 手动提升, 手动选择, 仅人工, 仅限人工, 只能人工, 人工选择, 人工决定, 由人决定, 不自动, 不得自动, 不可自动, 禁止自动,
不允许自动, 绝不自动, 从不自动, 僅手動, 僅限手動, 只能手動, 僅限人工, 不自動, 不得自動, 禁止自動, 不允許自動, 由人決定, 人工決定, 明确的决定`),
];

const preference = words(`
prefer, preferred, preferably, preferable, ideally, usually, normally, mostly, by default, recommended, encouraged, where possible, if possible, optional,
optionally, bevorzugt, vorzugsweise, möglichst, in der regel, meist*, empfohlen, optional, preferible*, preferente*, preferido, normalmente, opcional*,
recomendado, de préférence, préféré*, normalement, recommandé*, optionnel*, de preferência, preferencialmente, geralmente, 推奨, なるべく, 原則,
优先, 建议, 最好, 通常, 優先, 建議`);

const permission = [
  ...combined(
    "auto-prep, autoprep, auto prep, auto-pick, automatic pick, automatic picks, automatic selection, automatic promotion, automatic prep",
    `may, can, is allowed, are allowed, allowed, is permitted, permitted, is fine, is ok, is okay, ok, okay, is welcome, welcome, possible, is possible,
is open, eligible`,
  ),
  ...combined(
    "may be, can be, may also be, can also be, is allowed to be, are allowed to be, free to be",
    automaticPick,
  ),
  ...combined(
    "agents, an agent, any agent, bots, a bot, automation, pickers, a picker, the picker",
    "may pick, may take, may select, may start, may promote, may implement, can pick, can take, can select, can start, can promote, are free to pick, are free to take",
  ),
  ...words(`eligible for auto*, open to auto*, open for auto*, available for auto*`),
  ...words(`
darf automatisch*, dürfen automatisch*, kann automatisch*, können automatisch*, automatik darf, automatik erlaubt, automatische auswahl erlaubt,
automatische auswahl ist erlaubt, agenten dürfen wählen, auch automatisch`),
  ...words(`
puede* automátic*, pueden automátic*, puede elegirse automáticamente, pueden elegirse automáticamente, se permite la selección automática,
selección automática permitida, también automátic*, peut être choisi* automatiquement, peuvent être choisi* automatiquement,
sélection automatique permise, sélection automatique autorisée, aussi automatiquement, pode ser escolhid* automaticamente,
podem ser escolhid* automaticamente, seleção automática permitida, também automátic*`),
  ...words(
    `自動選択可, 自動でもよい, 自動も可, 自動可, 自動選択を許可, 可自动, 可以自动, 允许自动, 也可自动, 可自動, 可以自動, 允許自動`,
  ),
];

/** What makes of a permission something else: a refusal, a condition, another place. */
const negation = words(`
not, no, never, nobody, neither, nor, none, cannot, can't, mustn't, only, unless, until, after, once, when, if, active, elsewhere, without,
nicht, kein, keine, nie, niemals, nur, erst, außer, nunca, no, solo, sólo, sin, salvo, ne, pas, jamais, sauf, seulement, uniquement, não, apenas, somente, sem,
しない, 禁止, ない, 不, 禁止, 只, 仅, 除非, 僅`);

const reason = words(`
manual*, explicit*, deliberate*, person, persons, personal*, people*, human*, decision*, decide*, deciding, judg*, approv*, choice*, choose*, choosing,
owner*, automat*, auto-prep*, autoprep*, sign-off*, signoff*, sign off, consent*, policy, politic*, council, board, legal*, law, lawyer*, customer*,
entscheid*, mensch*, person*, hand, händisch*, manuell*, urteil*, freigabe*, freigeb*, abwäg*, zustimm*, genehmig*, vorstand, rat,
decid*, decisi*, humano*, humana*, aprob*, juicio*, criterio*, consejo, personne*, humain*, manuel*, jugement*, approb*, arbitrage*, accord, conseil,
décid*, décision*, pessoa*, humano*, aprova*, decisão, decisões, decidir*, decide*, julg*, conselho,
判断, 決定, 決める, 人が, 手動, 承認, 人間, 决定, 判断, 人工, 手动, 批准, 审批, 負責人, 负责人, 決定, 審批, 手動, 由人`);

const hollow = words(`
nice to have, nice-to-have, would be nice, not urgent, low priority, lower priority, not now, maybe, maybe later, some day, someday, at some point,
just because, good idea, cool idea, by default, as usual, obvious, obviously, self-explanatory, no reason, for reasons, because, whatever, why not, we said so,
schön zu haben, wäre schön, nicht dringend, irgendwann, gute idee, einfach so, ist halt so, offensichtlich, selbsterklärend, kein grund,
sería bueno, no es urgente, algún día, buena idea, porque sí, obvio, sin motivo, serait bien, pas urgent, un jour, bonne idée, évident, sans raison,
seria bom, não é urgente, algum dia, boa ideia, porque sim, óbvio, sem motivo, あれば良い, あると良い, いつか, 急がない, 理由なし, 有了更好, 锦上添花, 不急, 以后再说,
没有理由, 錦上添花, 沒有理由`);

const empty = words(`
die warteschlange ist leer, die liste ist leer, der backlog ist leer, das backlog ist leer, dieser abschnitt ist leer, leer, nichts offen, nichts mehr offen,
keine einträge, keine kandidaten, keine offenen kandidaten, keine offenen einträge, es gibt keine offenen kandidaten, es gibt keine kandidaten,
la cola está vacía, la lista está vacía, vacía, vacío, no hay candidatos, no hay entradas, no hay candidatos abiertos, nada pendiente, sin candidatos,
la file est vide, la liste est vide, la file d'attente est vide, vide, aucun candidat, aucune entrée, il n'y a aucun candidat, plus rien,
a fila está vazia, a lista está vazia, vazia, vazio, não há candidatos, não há entradas, nenhum candidato, nenhuma entrada, nada pendente,
キューは空です, キューは空, 空です, 候補はありません, 候補なし, 項目なし, 項目はありません, 残りなし, 队列为空, 队列是空的, 列表为空, 没有候选, 没有候选项, 暂无候选, 没有条目,
暂无条目, 佇列為空, 沒有候選, 沒有項目`);

/** What sections and entries of the queue say in words, in English, German, Spanish, French, Portuguese, Japanese and Chinese. */
export const builtInPhrases: Readonly<Record<PhraseName, readonly string[]>> = {
  boundary,
  preference,
  permission,
  negation,
  reason,
  hollow,
  empty,
};
