import type { Archives, Facts, PackageFacts } from "../core/fact.ts";
import type { Settings } from "../core/settings.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Declarations } from "../core/declaration.ts";
import { archives } from "./archives.ts";
import { declarations } from "./declarations.ts";
import { packageFacts } from "./package-facts.ts";
import { pathFacts } from "./path-facts.ts";
import { specFacts, type SpecSource } from "./spec-facts.ts";
import { readUnits } from "../units/read-units.ts";

const offline = { kind: "unknown", reason: "the audit is offline; --online asks the server" } as const;

/** What is known beside the snapshot. */
export interface FactSources {
  /** The anchors of the planning documents. */
  readonly headings?: Facts["headings"];
  /** By default, everything below the spec root is looked at anew. */
  readonly specs?: SpecSource;
}

/** What the repository contains, as far as rules ask. Pure; reads nothing before it is asked. */
export function buildFacts(
  snapshot: Snapshot,
  settings: Settings,
  { headings = () => undefined, specs }: FactSources = {},
): Facts {
  let kept: Archives | undefined;
  let declared: Declarations | undefined;
  let scripts: { names: ReadonlySet<string> | undefined } | undefined;
  let packages: PackageFacts | undefined;
  const paths = pathFacts(snapshot, settings.specs?.path);
  return {
    specs: specFacts(snapshot, settings, specs),
    units: readUnits(snapshot, settings.layouts, settings.statuses),
    get archives() {
      return (kept ??= archives(snapshot, settings.queue?.path));
    },
    get declarations() {
      return (declared ??= declarations(snapshot, settings));
    },
    paths,
    commit: (id) => snapshot.history.commit(id),
    renamed: (path) => snapshot.history.renamed(path),
    existed: (path) => snapshot.history.existed(path),
    branches: () => snapshot.history.branches(),
    headings,
    remote: (reference) => snapshot.remote?.(reference) ?? offline,
    get scripts() {
      return (scripts ??= { names: readScripts(snapshot) }).names;
    },
    get packages() {
      return (packages ??= packageFacts(paths));
    },
    today: snapshot.today,
  };
}

function readScripts(snapshot: Snapshot): ReadonlySet<string> | undefined {
  const result = snapshot.read("package.json");
  if (!result.ok) return undefined;
  try {
    const parsed: unknown = JSON.parse(result.text.replace(/^\uFEFF/, ""));
    if (!isObject(parsed)) return undefined;
    return new Set(isObject(parsed["scripts"]) ? Object.keys(parsed["scripts"]) : []);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
