import type { Stage, Status } from "../core/statuses.ts";
import { builtInStatuses } from "./built-in-statuses.ts";
import { builtInUnitStatuses } from "./built-in-unit-statuses.ts";

/** What entries of a queue say of themselves beside the words of ledgers, roadmaps and units. */
export const wordsOfEntries: Readonly<Record<Stage, readonly string[]>> = {
  planned: [
    "available, free, unassigned, unclaimed, up for grabs, eligible, promotable, to be specced, needs spec, next, next up, up next",
    "to be done, new, triaged, requested, free to pick, ready to pick",
  ],
  waiting: [
    "hold, blocking, frozen, later, review, reviewing, manual, manual only, manual promotion, manual promotion only, human only",
    "open question, needs owner, needs spike, optional, nur von hand, nur manuell, manuel uniquement, solo manual, só manual, 手動のみ",
    "仅手动",
  ],
  drafted: [
    "promoted, promoted to spec, already promoted, already specced, in spec, being specced, rfc, befördert, spezifiziert, promu",
    "promovido, 仕様化済み, 已提升",
  ],
  approved: ["selected, prioritized, prioritised, groomed, refined, committed, agreed, confirmed"],
  started: ["testing, claimed, assigned, taken, picked, picked up, executing, qa"],
  partial: ["nearly done, almost done, half done"],
  implemented: [
    "built, resolved, fixed, verified, solved, final, gelöst, behoben, résolu, résolue, resuelto, resolvido, 解決済み, 已解决, 已修复",
  ],
  closed: [
    "merged into, absorbed, absorbed by, folded into, covered, covered by, already covered, invalid, dup, replaced, retired",
    "closed without spec, tot, gestorben, abgedeckt, abgedeckt durch, aufgegangen in, 統合済み, 已合并到",
  ],
};

function statusesOf(stage: string, names: readonly string[]): Status[] {
  return names.map((name) => ({ name, stage: stage as Stage, words: [] }));
}

/** The words that an entry of the queue may say of itself, after those that the team configures. Of two that are equal the first one counts. */
export const builtInEntryStatuses: readonly Status[] = [
  ...builtInStatuses,
  ...Object.entries(wordsOfEntries).flatMap(([stage, lines]) =>
    statusesOf(
      stage,
      lines.flatMap((line) => line.split(", ")),
    ),
  ),
  ...Object.entries(builtInUnitStatuses).flatMap(([stage, names]) => statusesOf(stage, names)),
];

/** Words and signs of the vocabulary that as often describe a thing: “Scores (live)”, “🔒 Privacy”. In a title they say nothing. */
export const wordsOfTitles: readonly string[] = [
  "🔒, 🚦, 💤, 👀, 🛑, 📋, 🆕, ☐, ⬜, 🔲, 📝, 🏗, 🔄, 🔨, 🛠, 👷, 🎉, 🚀, 🗑",
  "live, real, active, open, final, foundation, prototype, partial, new, no, review, reviewing, research, ready, hold, archived",
  "archive, released, complete, merged, started, selected, available, free, free to pick, promoted, manual, optional, later",
  "next, next up, up next, pending, blocking, covered, fixed, verified, confirmed, agreed, committed, executing, qa, testing",
  "taken, assigned, accepted, approved, proposed, proposal, candidate, idea, draft, drafting, replaced, retired",
  "removed, built, removed, suspended, resolved, invalid, entwurf, ideal, ouvert, listo, pronto, real, 完成, 計画, 计划, 等待, 取消, キャンセル",
  "中断, 重複, 予定, 提案",
].flatMap((line) => line.split(", "));
