import type { Status, Stage } from "../core/statuses.ts";

/**
 * Status words that need no configuration, by stage; a sign alone is one, too. Words of several languages: the prose around a status is rarely English only.
 * A word that a team also uses for the opposite is left out.
 */
const words: Readonly<Record<Stage, readonly string[]>> = {
  planned: [
    "planned, not implemented, not started, not begun, not yet, not yet implemented, not yet started, not done, no, idea, proposed",
    "proposal, candidate, backlog, todo, to do, open, queued, pending, not blocked, no longer blocked, unblocked, geplant",
    "vorgesehen, offen, nicht umgesetzt, nicht implementiert, nicht begonnen, noch nicht begonnen, zu tun, idee, vorgeschlagen",
    "anstehend, als nächstes, prévu, prévue, planifié, planifiée, à faire, non commencé, pas commencé, idée, proposé, ouvert",
    "pendiente, planificado, planificada, por hacer, sin empezar, no iniciado, propuesto, abierto, planejado, planeado, pendente",
    "a fazer, por fazer, não iniciado, ideia, proposto, aberto, 未着手, 未開始, 計画中, 予定, 計画済み, 提案, 待办, 計画, 计划中, 计划, 未开始, 待开发, 待开始, 提议, 📋",
    "🆕, ☐, ⬜, 🔲, 📝",
  ],
  waiting: [
    "blocked, on hold, paused, pausing, waiting, waiting for, waiting on, awaiting, awaiting review, awaiting approval",
    "awaiting decision, stalled, suspended, on ice, icebox, someday, not now, deferred, parked, postponed, put off, shelved",
    "snoozed, in review, under review, in code review, needs review, ready for review, review pending, pending review",
    "under discussion, in discussion, needs discussion, needs decision, decision needed, decision pending, pending decision",
    "undecided, needs approval, pending approval, approval pending, needs input, needs info, needs information",
    "needs clarification, needs triage, needs design, needs research, explicitly deferred, intentionally deferred",
    "already deferred, explicitly parked, intentionally parked, blockiert, pausiert, wartet, wartet auf, wartend, angehalten",
    "zurückgestellt, verschoben, vertagt, ruht, in prüfung, im review, in abstimmung, entscheidung offen, entscheidung nötig",
    "später, aufgeschoben, bloqué, bloquée, en pause, en attente, suspendu, suspendue, reporté, reportée, différé, en revue",
    "en relecture, en révision, à valider, décision requise, décision en attente, plus tard, bloqueado, bloqueada, en pausa",
    "en espera, pausado, pausada, suspendido, aplazado, aplazada, pospuesto, en revisión, requiere decisión, necesita decisión",
    "decisión pendiente, más tarde, em pausa, em espera, aguardando, suspenso, adiado, adiada, em revisão, precisa de decisão",
    "decisão pendente, requer decisão, mais tarde, 保留, 保留中, 中断, 中断中, ブロック, ブロック中, ブロックされている, 待ち, 待機中, レビュー中, レビュー待ち, 承認待ち, 判断待ち",
    "要判断, 要決定, 一時停止, 延期, 後回し, 阻塞, 被阻塞, 受阻, 暂停, 暫停, 搁置, 擱置, 挂起, 等待, 等待中, 评审中, 审核中, 審核中, 待评审, 待审核, 待决定, 待决策, 需要决定, 推迟, 延后, ⏸, ⏳, ⌛",
    "🛑, ⛔, 🔒, 🚦, 💤, 👀",
  ],
  drafted: [
    "draft, drafted, drafting, in draft, specced, specified, spec backed, in specification, entwurf, im entwurf, brouillon",
    "borrador, rascunho, 下書き, 草稿, 草案",
  ],
  approved: [
    "approved, accepted, ready, ready for implementation, ready for development, ready for dev, ready to start, ready to implement",
    "ready to build, genehmigt, freigegeben, angenommen, bereit, approuvé, approuvée, accepté, validé, prêt, aprobado, aprobada",
    "aceptado, listo, aprovado, aprovada, aceito, pronto, 承認済み, 承認, 準備完了, 已批准, 已通过, 就绪",
  ],
  started: [
    "in progress, in development, in implementation, implementing, in work, in the works, wip, work in progress, started, begun",
    "ongoing, underway, under way, active, doing, in flight, in qa, in testing, being implemented, being built, pr open, open pr",
    "in pr, in arbeit, begonnen, angefangen, in bearbeitung, in umsetzung, in entwicklung, en cours, en développement",
    "commencé, démarré, en curso, en progreso, en desarrollo, iniciado, em andamento, em curso, em progresso, em desenvolvimento",
    "進行中, 対応中, 作業中, 実装中, 着手, 着手済み, 进行中, 开发中, 處理中, 处理中, 实现中, 🚧, 🏗, 🔄, 🔨, 🛠, 👷",
  ],
  partial: [
    "partial, partially, partially implemented, partially done, partially shipped, partly, partly implemented, partly done",
    "mostly done, foundation only, foundation, prototype, teilweise, zum teil, partiel, partiellement, parcial, parcialmente, 一部実装",
    "部分完成, 部分实现",
  ],
  implemented: [
    "implemented, implemented but not productized, fully implemented, repo implemented, already implemented, adopted, sellable",
    "fast sellable, shipped, already shipped, done, already done, complete, completed, live, released, delivered, real, repo real",
    "merged, finished, landed, deployed, umgesetzt, implementiert, fertig, erledigt, abgeschlossen, ausgeliefert, geliefert",
    "terminé, terminée, fait, livré, livrée, achevé, implémenté, hecho, hecha, implementado, completado, terminado, entregado",
    "lanzado, concluído, concluída, feito, entregue, lançado, finalizado, 完了, 完成, 済, 実装済み, 実装済, リリース済み, 已完成, 已实现, 已发布, 已上线, 已交付, ✅",
    "✔, ✓, ☑, 🎉, 🚀",
  ],
  closed: [
    "superseded, superceded, rejected, withdrawn, cancelled, canceled, archived, obsolete, outdated, deprecated, dropped, removed",
    "abandoned, discarded, declined, descoped, out of scope, no longer needed, not needed, not doing, not planned",
    "explicitly rejected, intentionally dropped, won't do, wont do, won't fix, wontfix, won't implement, will not do",
    "will not implement, will not be implemented, duplicate, duplicate of, dupe, explicitly superseded, verworfen, ersetzt",
    "ersetzt durch, abgebrochen, abgelehnt, gestrichen, zurückgezogen, eingestellt, hinfällig, obsolet, überholt, entfällt",
    "wird nicht umgesetzt, dublette, duplikat, duplikat von, doppelt, annulé, annulée, abandonné, abandonnée, rejeté, rejetée",
    "refusé, retiré, remplacé, remplacée, obsolète, doublon, doublon de, ne sera pas fait, cancelado, cancelada, descartado",
    "descartada, rechazado, rechazada, retirado, reemplazado, sustituido, obsoleto, duplicado, duplicado de, no se hará, rejeitado",
    "rejeitada, substituído, substituída, abandonado, duplicata, duplicata de, não será feito, 中止, 取り消し, キャンセル, 却下, 廃止, 廃止済み, 見送り",
    "重複, 対応しない, 已取消, 取消, 废弃, 已废弃, 已拒绝, 拒绝, 放弃, 已放弃, 重复, 不做, 不予修复, 已替代, 被取代, ❌, ✗, ✘, 🚫, 🗑",
  ],
};

/** The statuses when neither the configuration nor the ledger itself gives one. */
export const builtInStatuses: readonly Status[] = Object.entries(words).flatMap(([stage, lines]) =>
  lines.flatMap((line) => line.split(", ")).map((name): Status => ({ name, stage: stage as Stage, words: [] })),
);
