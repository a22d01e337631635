import { readClaims } from "./claims/read-claims.ts";
import type { AuditModel } from "./core/audit-model.ts";
import type { Document, DocumentRole, Section } from "./core/document.ts";
import type { Settings } from "./core/settings.ts";
import type { Snapshot } from "./core/snapshot.ts";
import { parseDocument } from "./documents/parse-document.ts";
import { buildFacts } from "./facts/build-facts.ts";

/** Reads the planning documents of a snapshot and builds the model that rules and commands ask. Pure. */
export function buildModel(snapshot: Snapshot, settings: Settings): AuditModel {
  const documents = planningPaths(settings).flatMap(([path, role]) => readDocument(snapshot, path, role));
  return Object.freeze({ settings, documents, claims: readClaims(documents, settings), facts: buildFacts(snapshot, settings, new Map(documents.map((document) => [document.path, anchorsOf(document)]))) });
}

/** What `#fragment` may point at: every heading, the top of the page, and ids that the author wrote in HTML. */
function anchorsOf(document: Document): ReadonlySet<string> {
  const slugs = (section: Section): string[] => [section.slug, ...section.children.flatMap(slugs)];
  const ids = [...document.text.matchAll(/\b(?:id|name)="([^"\s]+)"/g)].map((match) => match[1] ?? "");
  return new Set(["top", ...slugs(document.root), ...ids]);
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
