import { withPlanClaims } from "./claims/plan-claims.ts";
import { findIndexes, type IndexSearch } from "./claims/plan-indexes.ts";
import { documentClaims, readClaims } from "./claims/read-claims.ts";
import type { AuditModel } from "./core/audit-model.ts";
import type { Claim, Claims } from "./core/claims/claim.ts";
import type { Document, DocumentRole, Section } from "./core/document.ts";
import type { Facts } from "./core/fact.ts";
import { lazily } from "./core/lazily.ts";
import { planningRoles, type Settings } from "./core/settings.ts";
import type { Answer, Snapshot } from "./core/snapshot.ts";
import { parseDocument, type ParseOptions } from "./documents/parse-document.ts";
import { buildFacts } from "./facts/build-facts.ts";

/** Documents that have been parsed and their claims, by content: trees of one repository share most of them. */
export class DocumentCache {
  readonly #isRemembered: boolean;
  /** By role and path, then by text. */
  readonly #documents = new Map<string, Map<string, Document>>();
  #last: { readonly documents: readonly Document[]; readonly settings: Settings; readonly claims: Claims } | undefined;
  readonly #claims = new Map<Settings, Map<Document, readonly Claim[]>>();

  /** With `isRemembered: false`, parts that two different documents share are read twice: for audits of one tree, which have no use for what that would keep. */
  constructor({ isRemembered = true }: Pick<ParseOptions, "isRemembered"> = {}) {
    this.#isRemembered = isRemembered;
  }

  /** The claims of a whole tree; the very same object for trees that share all their documents, so that what is derived from them is derived once. */
  tree(documents: readonly Document[], settings: Settings): Claims {
    const last = this.#last;
    if (
      last?.settings === settings &&
      last.documents.length === documents.length &&
      last.documents.every((document, index) => document === documents[index])
    )
      return last.claims;
    const claims = readClaims(documents, settings, (document) => this.claims(document, settings));
    this.#last = { documents, settings, claims };
    return claims;
  }

  document(text: string, path: string, role: DocumentRole): Document {
    const key = `${role}:${path}`;
    const known = this.#documents.get(key) ?? new Map<string, Document>();
    this.#documents.set(key, known);
    const found = known.get(text) ?? parseDocument(text, { path, role, isRemembered: this.#isRemembered });
    known.set(text, found);
    return found;
  }

  claims(document: Document, settings: Settings): readonly Claim[] {
    const known = this.#claims.get(settings) ?? new Map<Document, readonly Claim[]>();
    this.#claims.set(settings, known);
    const found = known.get(document) ?? documentClaims(document, settings);
    known.set(document, found);
    return found;
  }
}

/** The model of a snapshot that rules and commands ask. Reads and parses the planning documents when they are first asked for. Pure. */
export function buildModel(snapshot: Snapshot, settings: Settings, cache = new DocumentCache()): AuditModel {
  const documents = lazily(() =>
    planningPaths(settings).flatMap(([path, role]) => readDocument(snapshot, { path, role, cache })),
  );
  const anchors = lazily(
    () => new Map(documents().map((document) => [document.path, lazily(() => anchorsOf(document))])),
  );
  const facts = buildFacts(snapshot, settings, (path) => anchors().get(path)?.());
  const indexes = lazily(() => findIndexes(indexSearch(snapshot, { settings, facts, cache })));
  const claims = lazily((): Claims => withPlanClaims(cache.tree(documents(), settings), facts.units, indexes));
  const days = new Map<string, Answer<AuditModel>>();
  return Object.freeze({
    settings,
    facts,
    get documents() {
      return documents();
    },
    get claims() {
      return claims();
    },
    past: (day: string) => {
      const found = days.get(day) ?? past(snapshot.history.at(day), settings, cache);
      days.set(day, found);
      return found;
    },
  });
}

interface IndexSource {
  readonly settings: Settings;
  readonly facts: Facts;
  readonly cache: DocumentCache;
}

function indexSearch(snapshot: Snapshot, { settings, facts, cache }: IndexSource): IndexSearch {
  const text = (path: string): string | undefined => {
    const result = snapshot.read(path);
    return result.ok ? result.text : undefined;
  };
  return {
    layouts: settings.layouts,
    units: facts.units,
    taken: new Set(planningPaths(settings).map(([path]) => path)),
    entries: (directory) => snapshot.entries(directory),
    text,
    parse: (path) => {
      const found = text(path);
      return found === undefined ? undefined : cache.document(found, path, "index");
    },
  };
}

function past(answer: Answer<Snapshot>, settings: Settings, cache: DocumentCache): Answer<AuditModel> {
  return answer.kind === "known" ? { kind: "known", value: buildModel(answer.value, settings, cache) } : answer;
}

/** What `#fragment` may point at: every heading, the top of the page, and ids that the author wrote in HTML. */
function anchorsOf(document: Document): ReadonlySet<string> {
  const slugs = (section: Section): string[] => [section.slug, ...section.children.flatMap(slugs)];
  const ids = [...document.text.matchAll(/\b(?:id|name)="([^"\s]+)"/g)].map((match) => match[1] ?? "");
  return new Set(["top", ...slugs(document.root), ...ids]);
}

/** The planning documents and instruction files, by their paths from the root. */
export function planningPaths(settings: Settings): [string, DocumentRole][] {
  const planning = planningRoles.flatMap((role): [string, DocumentRole][] => {
    const path = settings[role]?.path;
    return path === undefined ? [] : [[path, role]];
  });
  return [...planning, ...settings.agents.map((path): [string, DocumentRole] => [path, "agent"])];
}

interface DocumentPlan {
  readonly path: string;
  readonly role: DocumentRole;
  readonly cache: DocumentCache;
}

/** A document that cannot be read yields nothing here; `scope/input-readable` says why. */
function readDocument(snapshot: Snapshot, { path, role, cache }: DocumentPlan): Document[] {
  const result = snapshot.read(path);
  return result.ok ? [cache.document(result.text, path, role)] : [];
}
