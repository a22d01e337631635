import type { ColumnName } from "../core/settings.ts";

/** Header words of tables in ledger and roadmap, by what the column holds. A header that begins with one of them names it too. */
export const builtInColumns: Readonly<Record<ColumnName, readonly string[]>> = {
  title: [
    "capability", "capabilities", "item", "feature", "entry", "candidate", "name", "title", "area", "module", "slice", "epic", "theme", "initiative", "topic", "work item",
    "fähigkeit", "funktion", "thema", "vorhaben", "capacité", "fonctionnalité", "función", "funcionalidad",
  ],
  status: ["status", "state", "maturity", "stage", "rung", "stand", "zustand", "reifegrad", "statut", "état", "estado"],
  evidence: ["evidence", "proof", "repo evidence", "commit", "commits", "nachweis", "beleg", "preuve", "evidencia"],
  posture: ["candidate posture", "queue posture", "candidate status", "queue status", "queue"],
  order: ["order", "rank", "priority", "prio", "position", "reihenfolge"],
};
