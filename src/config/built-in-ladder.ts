import type { Rung, Stage } from "../core/ladder.ts";

/** Status words that need no configuration, by stage. Words of several languages: the prose around a status is rarely English only. */
const words: Readonly<Record<Stage, readonly string[]>> = {
  planned: [
    "planned", "not implemented", "not started", "not yet", "not yet implemented", "no", "idea", "proposed", "candidate", "backlog", "todo", "to do", "open", "queued",
    "deferred", "parked", "geplant", "offen", "nicht umgesetzt", "nicht implementiert", "prévu", "planifié", "pendiente", "planificado",
  ],
  drafted: ["draft", "specced", "specified", "spec backed", "in specification", "entwurf", "brouillon", "borrador"],
  approved: ["approved", "accepted", "ready", "ready for implementation", "genehmigt", "approuvé", "aprobado"],
  started: [
    "in progress", "in development", "in implementation", "in review", "wip", "started", "ongoing", "underway", "under way", "blocked", "paused", "active",
    "in arbeit", "begonnen", "en cours", "en curso",
  ],
  partial: ["partial", "partially", "partially implemented", "partly", "partly implemented", "foundation only", "foundation", "prototype", "teilweise", "partiel", "parcial"],
  implemented: [
    "implemented", "implemented but not productized", "fully implemented", "repo implemented", "adopted", "sellable", "fast sellable", "shipped", "done", "complete", "completed",
    "live", "released", "delivered", "real", "repo real", "merged", "umgesetzt", "implementiert", "fertig", "erledigt", "abgeschlossen", "terminé", "fait", "livré", "hecho",
    "implementado", "completado",
  ],
  closed: ["superseded", "rejected", "withdrawn", "cancelled", "canceled", "archived", "obsolete", "deprecated", "dropped", "removed", "abandoned", "verworfen", "ersetzt"],
};

/** The ladder when neither the configuration nor the ledger itself gives one. */
export const builtInRungs: readonly Rung[] = Object.entries(words).flatMap(([stage, names]) => names.map((name): Rung => ({ name, stage: stage as Stage, words: [] })));
