import { readClaims } from "./claims/read-claims.ts";
import type { AuditModel } from "./core/audit-model.ts";
import type { Document, DocumentRole } from "./core/document.ts";
import type { Settings } from "./core/settings.ts";
import type { Snapshot } from "./core/snapshot.ts";
import { parseDocument } from "./documents/parse-document.ts";
import { buildFacts } from "./facts/build-facts.ts";

/** Reads the planning documents of a snapshot and builds the model that rules and commands ask. Pure. */
export function buildModel(snapshot: Snapshot, settings: Settings): AuditModel {
  const documents = planningPaths(settings).flatMap(([path, role]) => readDocument(snapshot, path, role));
  return Object.freeze({ settings, documents, claims: readClaims(documents, settings), facts: buildFacts(snapshot, settings) });
}

function planningPaths(settings: Settings): [string, DocumentRole][] {
  const named = [
    [settings.queue.path, "queue"], [settings.roadmap?.path, "roadmap"], [settings.ledger?.path, "ledger"], [settings.staging?.path, "staging"],
  ] as const;
  const planning = named.flatMap(([path, role]): [string, DocumentRole][] => (path === undefined ? [] : [[path, role]]));
  return [...planning, ...settings.agents.map((path): [string, DocumentRole] => [path, "agent"])];
}

/** A document that cannot be read yields nothing here; `scope/input-readable` says why. */
function readDocument(snapshot: Snapshot, path: string, role: DocumentRole): Document[] {
  const result = snapshot.read(path);
  return result.ok ? [parseDocument(result.text, path, role)] : [];
}
