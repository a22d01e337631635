import { UsageError } from "../core/errors.ts";
import { wordKey } from "../core/entry-key.ts";
import {
  columnNames,
  fieldNames,
  phraseNames,
  planningRoles,
  type Input,
  type PlanningInputs,
  type Settings,
} from "../core/settings.ts";
import { entryRoles } from "../core/claims/claim.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { matchAtOnce, specNameReader, type PatternMatcher, type SpecNameReader } from "../core/spec-name.ts";
import { builtInAbsenceWords } from "./built-in-absence-words.ts";
import { builtInFields, builtInSections } from "./built-in-aliases.ts";
import { builtInBoxMarks } from "./built-in-box-marks.ts";
import { builtInColumns } from "./built-in-columns.ts";
import { builtInDeclarations } from "./built-in-declarations.ts";
import { builtInPhrases } from "./built-in-phrases.ts";
import { builtInPickingWords } from "./built-in-picking-words.ts";
import { builtInEntryStatuses, wordsOfTitles } from "./built-in-entry-statuses.ts";
import { builtInStatuses } from "./built-in-statuses.ts";
import type { UserConfig } from "./config-schema.ts";
import { findAgents, findQueue, findSibling, findSpecRoots, isQueueByGuess, specRoots } from "./conventional-inputs.ts";
import { planningPlaces } from "./planning-places.ts";
import { namedLayouts, resolveLayouts } from "./resolve-layouts.ts";
import { repositoryPath } from "./repository-path.ts";
import { defaultSpecPattern, specPatternFault } from "./spec-pattern.ts";
import { defaultPriorities, defaultShapes, sectionRoles } from "./vocabulary-schema.ts";
import { withPresentKeys } from "./with-present-keys.ts";

interface SpecKeys {
  readonly root?: string | false | undefined;
  readonly pattern?: string | undefined;
  readonly files?: readonly string[] | undefined;
}

/** Fills in what the configuration leaves out, by convention and by looking at the repository. `match` is needed for a pattern of spec directories. */
export function resolveSettings(given: UserConfig, snapshot: Snapshot, match?: PatternMatcher): Settings {
  const { entries = {}, ...config } = withPresentKeys(given);
  const specs: SpecKeys = typeof config.specs === "object" ? config.specs : { root: config.specs };
  const specPattern = specs.pattern ?? defaultSpecPattern;
  const readSpecNames = readerOf(specPattern, match);
  const roots = config.specs === undefined ? findSpecRoots(snapshot, readSpecNames) : [];
  const layouts = resolveLayouts(namedLayouts(config), snapshot);
  return {
    ...resolveDocuments(config, snapshot),
    specs: input(specs.root, () => roots[0] ?? findSpecRoots(snapshot, readSpecNames)[0] ?? specRoots[0]),
    otherSpecRoots: roots.slice(1),
    agents: resolveAgents(config.agents, snapshot),
    specPattern,
    readSpecNames,
    specFiles: specs.files ?? ["spec.md"],
    ...resolveEntries(entries),
    sections: merged(sectionRoles, builtInSections, config.sections ?? {}),
    priorities: resolvePriorities(config.priorities ?? {}),
    statuses: resolveStatuses(config.statuses),
    entryStatuses: entryStatuses(config.statuses),
    absence: builtInAbsenceWords,
    boxes: builtInBoxMarks,
    picking: builtInPickingWords,
    phrases: merged(phraseNames, builtInPhrases, config.phrases ?? {}),
    layouts,
    seen: planningPlaces(snapshot, layouts),
    columns: merged(columnNames, builtInColumns, config.columns ?? {}),
    declarations: builtInDeclarations,
  };
}

function resolveEntries(entries: NonNullable<UserConfig["entries"]>): Pick<Settings, "shapes" | "fields"> {
  return {
    shapes: entries.shapes ?? defaultShapes,
    fields: lowerCase(merged(fieldNames, builtInFields, entries.fields ?? {})),
  };
}

function resolvePriorities(configured: NonNullable<UserConfig["priorities"]>): Settings["priorities"] {
  const priorities = entryRoles.map((role) => [role, configured[role] ?? defaultPriorities[role]] as const);
  return Object.fromEntries(priorities) as unknown as Settings["priorities"];
}

const readDefaultNames = specNameReader(defaultSpecPattern, matchAtOnce);

/** The configuration need not come from a file, where this was checked. */
function readerOf(pattern: string, match: PatternMatcher | undefined): SpecNameReader {
  if (pattern === defaultSpecPattern) return readDefaultNames;
  const fault = specPatternFault(pattern);
  if (fault !== undefined)
    throw new UsageError(`“${pattern}” cannot be used as specs.pattern: ${fault}.`, "Correct the configuration.");
  if (match === undefined) throw new Error("a pattern of the configuration is matched in limited time only");
  return specNameReader(pattern, match);
}

function resolveDocuments(config: UserConfig, snapshot: Snapshot): PlanningInputs {
  const named = input(config.queue, () => findQueue(snapshot));
  const isGuess = named !== undefined && !named.configured && isQueueByGuess(named.path);
  const queue: Input | undefined = isGuess ? { ...named, isGuess } : named;
  const taken = planningRoles.flatMap((role) => {
    const path = role === "queue" ? queue?.path : config[role];
    return typeof path === "string" ? [repositoryPath(path)] : [];
  });
  const beside = planningRoles
    .filter((role) => role !== "queue")
    .map((role) => [role, input(config[role], () => findSibling(snapshot, role, taken))] as const);
  return { queue, ...(Object.fromEntries(beside) as Omit<PlanningInputs, "queue">) };
}

/** A configured path stays as it is, also when nothing is there: a rule reports that. */
function input(configured: string | false | undefined, find: () => string | undefined): Input | undefined {
  if (configured === false) return undefined;
  if (configured !== undefined) return { path: repositoryPath(configured), configured: true };
  const path = find();
  return path === undefined ? undefined : { path, configured: false };
}

/** Paths of the instruction files that globs name, without them of the conventional ones. Throws a `UsageError` for a path that is not there. */
export function resolveAgents(globs: readonly string[] | undefined, snapshot: Snapshot): string[] {
  const paths =
    globs === undefined
      ? findAgents(snapshot)
      : globs.length === 0
        ? []
        : snapshot.glob(globs.map((glob) => glob.replace(/^(!?)(?:\.\/)+/, "$1")));
  const absent = globs?.find((glob) => !/[*?{}[\]()!]/.test(glob) && !paths.includes(repositoryPath(glob)));
  if (absent !== undefined)
    throw new UsageError(
      `“agents” names ${absent}, which is not a file of the repository.`,
      "Correct the path, or remove it from the list.",
    );
  return withoutCopies(paths, snapshot);
}

function resolveStatuses(statuses: UserConfig["statuses"]): Settings["statuses"] {
  if (statuses === undefined) return { all: builtInStatuses, configured: false };
  return { all: statuses.map(({ name, stage, words = [] }) => ({ name, stage, words })), configured: true };
}

/** The team's own words first: of two that are equal the first one counts. */
function entryStatuses(own: NonNullable<UserConfig["statuses"]> = []): Settings["entryStatuses"] {
  const configured = own.map(({ name, stage, words = [] }) => ({ name, stage, words }));
  const describing = new Set(wordsOfTitles);
  return {
    all: [...configured, ...builtInEntryStatuses],
    inTitles: [...configured, ...builtInEntryStatuses].filter(({ name }) => !describing.has(name.toLowerCase())),
  };
}

/** Often one instruction file is a link to another, and each finding should be shown once. */
function withoutCopies(paths: readonly string[], snapshot: Snapshot): string[] {
  const seen = new Set<string>();
  return paths.filter((path) => {
    const result = paths.length === 1 ? undefined : snapshot.read(path);
    const identity = result?.ok === true ? result.id : `path ${path}`;
    return !seen.has(identity) && seen.add(identity);
  });
}

/** Built-in and configured aliases. A configured one takes the built-in one of the same words away from the other keys. */
function merged<Key extends string>(
  keys: readonly Key[],
  builtIn: Readonly<Record<Key, readonly string[]>>,
  configured: Readonly<Partial<Record<Key, readonly string[] | undefined>>>,
): Record<Key, readonly string[]> {
  const owners = new Map(
    keys.flatMap((key) => (configured[key] ?? []).map((alias): [string, Key] => [wordKey(alias), key])),
  );
  const isFree = (alias: string, key: Key) => (owners.get(wordKey(alias)) ?? key) === key;
  const aliases = (key: Key) => [
    ...new Set([...(configured[key] ?? []).map(singleSpaced), ...builtIn[key].filter((alias) => isFree(alias, key))]),
  ];
  return Object.fromEntries(keys.map((key) => [key, aliases(key)])) as unknown as Record<Key, readonly string[]>;
}

function singleSpaced(alias: string): string {
  return alias.trim().replace(/\s+/g, " ");
}

function lowerCase(fields: Settings["fields"]): Settings["fields"] {
  return Object.fromEntries(
    fieldNames.map((name) => [name, fields[name].map((label) => label.toLowerCase())]),
  ) as unknown as Settings["fields"];
}
