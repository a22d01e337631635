import { entryKey } from "../core/entry-key.ts";
import type { EntryRole } from "../core/entry-role.ts";

/**
 * Headings of backlogs that are kept in many ways, and the role that each most probably has. `init` proposes them and marks them as guesses; no audit goes by
 * them. “Done” is a guess more than the others: what is done was promoted where its entries name specs, and is prose elsewhere.
 */
const headingGuesses: Readonly<Record<EntryRole | "done", readonly string[]>> = {
  active: [
    "next, next up, up next, ready, ready for spec, ready to start, to do, todo, todos, upcoming, queue, backlog, candidates, ideas to spec, planned, now, soon, open",
    "als nächstes, bereit, offen, zu tun, geplant, jetzt, prochainement, à faire, ensuite, prêt, prévu, siguiente, por hacer, pendiente, listo, próximamente, a fazer, a seguir, pronto, próximo, pendente",
    "次, 予定, 未着手, やること, 待办, 下一步, 计划中, 未开始",
  ].flatMap(words),
  manual: [
    "in progress, doing, wip, work in progress, in review, in work, ongoing, started, blocked, waiting, needs decision, needs discussion, under discussion, triage",
    "in arbeit, in bearbeitung, laufend, blockiert, wartet, en cours, bloqué, en attente, en curso, en progreso, bloqueado, em andamento, em curso, 進行中, 作業中, 进行中, 阻塞",
  ].flatMap(words),
  deferred: [
    "someday, someday maybe, maybe, later, icebox, ice box, parking lot, parked, deferred, future, on hold, wishlist, wish list, nice to have, long term, not now, ideas",
    "irgendwann, später, zurückgestellt, geparkt, zukunft, ideen, plus tard, un jour, peut être, idées, algún día, más tarde, quizás, ideas, algum dia, mais tarde, depois, talvez, ideias",
    "いつか, 後で, 将来, アイデア, 以后, 将来, 待定, 想法",
  ].flatMap(words),
  promoted: ["promoted, specced, spec written, moved to spec, has spec, speced"].flatMap(words),
  superseded: [
    "superseded, dropped, rejected, won t do, wont do, cancelled, canceled, abandoned, removed, declined, obsolete, duplicates",
    "verworfen, abgelehnt, ersetzt, rejeté, abandonné, annulé, rechazado, descartado, cancelado, rejeitado, abandonado, 却下, 中止, 已取消, 已拒绝",
  ].flatMap(words),
  done: [
    "done, shipped, recently shipped, completed, complete, finished, implemented, delivered, released, closed, archive, archived",
    "erledigt, fertig, abgeschlossen, umgesetzt, terminé, fait, livré, achevé, hecho, completado, terminado, entregado, concluído, feito, entregue, 完了, 完成, 已完成, 已发布",
  ].flatMap(words),
};

function words(line: string): string[] {
  return line.split(", ");
}

/** What a heading most probably means; undefined for one that is among no guesses. Signs before it do not count. */
export function guessHeading(heading: string): EntryRole | "done" | undefined {
  const key = entryKey((heading.split(/[([]/u, 1)[0] ?? "").replace(/^[^\p{L}]+/u, ""));
  const roles = Object.entries(headingGuesses) as [EntryRole | "done", readonly string[]][];
  return roles.find(([, guesses]) => guesses.some((guess) => entryKey(guess) === key))?.[0];
}
