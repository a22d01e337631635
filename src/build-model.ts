import { withPlanClaims } from "./claims/plan-claims.ts";
import { findIndexes, type IndexSearch } from "./claims/plan-indexes.ts";
import { documentClaims, readClaims } from "./claims/read-claims.ts";
import type { AuditModel } from "./core/audit-model.ts";
import type { Claim, Claims } from "./core/claims/claim.ts";
import type { Document, DocumentRole, Section } from "./core/document.ts";
import type { Facts } from "./core/fact.ts";
import { lazily } from "./core/lazily.ts";
import type { SpecPackage } from "./core/fact.ts";
import { planningRoles, type Settings } from "./core/settings.ts";
import type { Answer, Snapshot } from "./core/snapshot.ts";
import { readDocument } from "./documents/data/read-data.ts";
import { buildFacts } from "./facts/build-facts.ts";
import type { SpecDirectories } from "./facts/spec-directories.ts";
import { specSource, type SpecSource } from "./facts/spec-facts.ts";
import { scanSpec, type ScannedSpec } from "./facts/spec-package.ts";
import { Kept } from "./kept.ts";

/** Documents that have been parsed, their claims, and spec packages that have been looked at, by content. */
export class ModelCache {
  readonly #documents = new Kept<Document>();
  readonly #anchors = new Kept<ReadonlySet<string>>();
  readonly #specFiles = new Kept<ScannedSpec>();
  /** By settings: what is read of the same content by other words is something else. */
  readonly #read = new Map<Settings, Readings>();
  readonly #parsed: ((path: string) => void) | undefined;

  /** `parsed` is told of each document that was not known. */
  constructor(parsed?: (path: string) => void) {
    this.#parsed = parsed;
  }

  document(text: string, path: string, role: DocumentRole): Document {
    return this.#documents.get(`${role}:${path}`, [text], () => {
      this.#parsed?.(path);
      return readDocument(text, { path, role });
    });
  }

  anchors(document: Document): ReadonlySet<string> {
    return this.#anchors.get(document.path, [document], () => anchorsOf(document));
  }

  /** The claims of a tree; the very same object for trees that share all their documents, so that what is derived from them is derived once. */
  claims(documents: readonly Document[], settings: Settings): Claims {
    const { claims, trees } = this.#readings(settings);
    const claimsOf = (document: Document): readonly Claim[] =>
      claims.get(`${document.role}:${document.path}`, [document], () => documentClaims(document, settings));
    return trees.get("", documents, () => readClaims(documents, settings, claimsOf));
  }

  /** The specs of a tree: what is known to be the same as in another tree is the very same. */
  specs(snapshot: Snapshot, settings: Settings): SpecSource {
    const { directories, packages } = this.#readings(settings);
    const anew = specSource(snapshot, settings);
    const again = specSource(snapshot, settings, (file) =>
      this.#specFiles.get(file.path, [file.id], () => scanSpec(file)),
    );
    return {
      directories: (listings) =>
        directories.get(
          "",
          listings.map(({ entries }) => entries),
          () => anew.directories(listings),
        ),
      package: (named) => {
        const contentId = snapshot.contentId?.(named.path);
        if (contentId === undefined) return anew.package(named);
        return packages.get(named.path, [contentId], () => again.package(named));
      },
    };
  }

  #readings(settings: Settings): Readings {
    const found = this.#read.get(settings) ?? {
      claims: new Kept(),
      trees: new Kept(),
      directories: new Kept(),
      packages: new Kept(),
    };
    this.#read.set(settings, found);
    return found;
  }
}

/** What was read by some settings. */
interface Readings {
  readonly claims: Kept<readonly Claim[]>;
  readonly trees: Kept<Claims>;
  readonly directories: Kept<SpecDirectories>;
  readonly packages: Kept<SpecPackage>;
}

/** The model of a snapshot that rules and commands ask. Reads and parses the planning documents when they are first asked for. Pure. */
export function buildModel(snapshot: Snapshot, settings: Settings, cache = new ModelCache()): AuditModel {
  const documents = lazily(() =>
    planningPaths(settings).flatMap(([path, role]) => openDocument(snapshot, { path, role, cache })),
  );
  const anchors = lazily(() => new Map(documents().map((document) => [document.path, () => cache.anchors(document)])));
  const facts = buildFacts(snapshot, settings, {
    headings: (path) => anchors().get(path)?.(),
    specs: cache.specs(snapshot, settings),
  });
  const indexes = lazily(() => findIndexes(indexSearch(snapshot, { settings, facts, cache })));
  const claims = lazily((): Claims => withPlanClaims(cache.claims(documents(), settings), facts.units, indexes));
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
  readonly cache: ModelCache;
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

function past(answer: Answer<Snapshot>, settings: Settings, cache: ModelCache): Answer<AuditModel> {
  return answer.kind === "known" ? { kind: "known", value: buildModel(answer.value, settings, cache) } : answer;
}

/** What `#fragment` may point at: every heading, the top of the page, and ids that the author wrote in HTML. */
function anchorsOf(document: Document): ReadonlySet<string> {
  const slugs = (section: Section): string[] => [section.slug, ...section.children.flatMap(slugs)];
  const ids = [...document.text.matchAll(/\b(?:id|name)="([^"\s]+)"/g)].map((match) => match[1] ?? "");
  return new Set(["top", ...slugs(document.root), ...ids]);
}

/** The planning documents and instruction files, by their paths from the root. */
function planningPaths(settings: Settings): [string, DocumentRole][] {
  const planning = planningRoles.flatMap((role): [string, DocumentRole][] => {
    const path = settings[role]?.path;
    return path === undefined ? [] : [[path, role]];
  });
  return [...planning, ...settings.agents.map((path): [string, DocumentRole] => [path, "agent"])];
}

interface DocumentPlan {
  readonly path: string;
  readonly role: DocumentRole;
  readonly cache: ModelCache;
}

/** A document that cannot be read yields nothing here; `scope/input-readable` says why. */
function openDocument(snapshot: Snapshot, { path, role, cache }: DocumentPlan): Document[] {
  const result = snapshot.read(path);
  return result.ok ? [cache.document(result.text, path, role)] : [];
}
