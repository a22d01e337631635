import type { Horizon } from "../../core/claims/claim.ts";

/** Headings that are a horizon or a lane of a board and nothing else, in lower case. Prose under “Current architecture” is none. */
export const horizonWords: Readonly<Record<Horizon, readonly string[]>> = {
  now: [
    "now, doing, wip, in progress, work in progress, in flight, in development, in work, started, ongoing, underway, under way, active, active near term, active and near term, near term",
    "current, current work, current quarter, current sprint, current release, current focus, current cycle, current milestone, this quarter, this sprint, this release, this month, this cycle",
    "jetzt, aktuell, in arbeit, in bearbeitung, in umsetzung, laufend, maintenant, en cours, ahora, en curso, en progreso, agora, em andamento, em curso, 進行中, 対応中, 作業中, 今, 进行中, 当前, 现在",
  ].flatMap(split),
  next: [
    "next, up next, next up, upcoming, soon, planned, to do, todo, not started, short term, next quarter, next sprint, next release, next month, next cycle",
    "als nächstes, geplant, offen, zu tun, kurzfristig, demnächst, ensuite, à faire, prévu, planifié, court terme, à venir, siguiente, después, por hacer, planificado, próximamente, corto plazo",
    "próximo, a seguir, a fazer, planejado, curto prazo, 次, 予定, 計画中, 未着手, 短期, 待办, 下一步, 计划中, 未开始",
  ].flatMap(split),
  later: [
    "later, future, someday, someday maybe, backlog, icebox, parked, deferred, mid term, medium term, long term, beyond, wishlist",
    "später, irgendwann, zukunft, mittelfristig, langfristig, zurückgestellt, plus tard, un jour, moyen terme, long terme, más tarde, algún día, medio plazo, largo plazo",
    "mais tarde, depois, algum dia, médio prazo, longo prazo, 将来, いつか, 後で, 中期, 長期, 长期, 以后, 未来, 待定",
  ].flatMap(split),
  done: [
    "done, shipped, recently shipped, completed, complete, finished, implemented, delivered, released, launched, release history, history",
    "erledigt, fertig, abgeschlossen, umgesetzt, ausgeliefert, terminé, livré, achevé, réalisé, hecho, completado, entregado, terminado, lanzado, concluído, feito, entregue, finalizado",
    "完了, 完成, リリース済み, 実装済み, 已完成, 已发布, 已上线",
  ].flatMap(split),
};

/** Headings of lanes that do not say when: “Phase 2”, “v1.3”, “Q1 2027”, as `entryKey` makes them. */
export const undatedLane =
  /^(?:(?:phase|stage|wave|milestone|release|version|sprint|etappe|meilenstein|étape|jalon|fase|etapa|hito|marco|フェーズ|阶段) ?(?:\d{1,3}(?: \d{1,3}){0,2}|[a-d])|v\d{1,3}(?: (?:\d{1,3}|x)){0,2}|\d{1,2}(?: \d{1,3}){1,2}|[qh][1-4] \d{4}|\d{4} [qh][1-4]|第\d{1,3}(?:阶段|フェーズ)|第[一二三四五六七八九十]阶段)$/;

function split(line: string): string[] {
  return line.split(", ");
}
