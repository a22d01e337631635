import type { Document } from "../core/document.ts";
import type { DocumentSource, Layout, UsedLayout } from "../core/layout.ts";
import type { Quotation } from "../core/quotation.ts";
import type { PlanRecord } from "../core/record.ts";
import type { DirectoryEntry } from "../core/snapshot.ts";
import type { Unit, Units } from "../core/unit.ts";
import { readers } from "../readers/index.ts";
import { matchingPaths } from "../units/matching-paths.ts";

/** A document whose records are about units. */
export interface PlanIndex {
  readonly document: Document;
  readonly layout: Layout;
  readonly source: DocumentSource;
  readonly named: boolean;
  readonly records: readonly PlanRecord[];
  readonly unread: readonly Quotation[];
}

/** What the search for indexes may look at. */
export interface IndexSearch {
  readonly layouts: readonly UsedLayout[];
  readonly units: Units;
  /** Documents with a role of their own. */
  readonly taken: ReadonlySet<string>;
  entries(directory: string): readonly DirectoryEntry[];
  text(path: string): string | undefined;
  parse(path: string): Document | undefined;
}

/** A document that names so many units in rows of its own is an index, wherever it is and whatever it is called. */
const enoughRecords = 10;
/** Where there are few units, so many of them are enough. */
const leastRecords = 3;

/** The documents that the layouts name, then those that turn out to be an index by what is in them. */
export function findIndexes(search: IndexSearch): PlanIndex[] {
  if (search.units.all.length === 0) return [];
  const named = search.layouts.flatMap(({ layout }) =>
    Object.values(layout.documents).flatMap((source) =>
      pathsOf(search, source).flatMap((path) => readIndex(search, path, { layout, source, named: true })),
    ),
  );
  const known = new Set([...search.taken, ...named.map(({ document }) => document.path)]);
  const names = namesOf(search.units.all);
  const found = candidates(search)
    .filter((path) => !known.has(path) && mentions(search.text(path) ?? "", names) >= enough(search.units))
    .flatMap((path) => readByContent(search, path));
  const seen = new Set<string>();
  return [...named, ...found].filter(({ document: { path } }) => !seen.has(path) && seen.add(path));
}

function pathsOf(search: IndexSearch, { paths }: DocumentSource): string[] {
  return [...new Set(paths.flatMap((pattern) => matchingPaths(search, pattern, "file")))].filter(
    (path) => !search.taken.has(path),
  );
}

function readIndex(
  search: IndexSearch,
  path: string,
  about: Pick<PlanIndex, "layout" | "source" | "named">,
): PlanIndex[] {
  const document = search.parse(path);
  if (document === undefined) return [];
  const context = { layout: about.layout, source: about.source, units: search.units };
  const readings = about.source.readers.map(
    (name) => readers[name]?.(document, context) ?? { records: [], unread: [] },
  );
  const records = readings.flatMap((reading) => reading.records);
  // A document of data that cannot be read is one all the same: its fault is told.
  return records.length === 0 && !(document.data === undefined && "data" in document)
    ? []
    : [{ document, ...about, records, unread: readings.flatMap(({ unread }) => unread) }];
}

const anyIndex: DocumentSource = { paths: [], readers: ["table", "list"], units: [], complete: false, records: [] };

function readByContent(search: IndexSearch, path: string): PlanIndex[] {
  return search.layouts
    .flatMap(({ layout }) => readIndex(search, path, { layout, source: anyIndex, named: false }))
    .filter(({ layout, records }) => distinct(records, layout) >= enough(search.units))
    .sort((one, other) => distinct(other.records, other.layout) - distinct(one.records, one.layout))
    .slice(0, 1);
}

function distinct(records: readonly PlanRecord[], { name }: Layout): number {
  return new Set(records.flatMap(({ unit }) => (unit?.layout === name ? [unit.path] : []))).size;
}

function enough({ all }: Units): number {
  return Math.min(enoughRecords, Math.max(leastRecords, Math.ceil(all.length * 0.8)));
}

/** Markdown files beside and above the units, at the root, and in the folders of docs/. */
function candidates(search: IndexSearch): string[] {
  const roots = new Set(search.units.all.map(({ root }) => root));
  const above = [...roots].flatMap((root) =>
    root.split("/").map((_name, index, all) => all.slice(0, index + 1).join("/")),
  );
  const docs = search.entries("docs").flatMap(({ name, kind }) => (kind === "directory" ? [`docs/${name}`] : []));
  const directories = new Set(["", "docs", ...above, ...docs]);
  const beside = [...directories].flatMap((directory) =>
    search
      .entries(directory)
      .filter(({ name, kind }) => kind === "file" && /\.(?:md|markdown)$/i.test(name))
      .map(({ name }) => (directory === "" ? name : `${directory}/${name}`)),
  );
  const mains = search.units.all.flatMap(({ main, path, state }) =>
    main === undefined || main === path || state === "archived" ? [] : [main],
  );
  return [...new Set([...beside, ...mains])];
}

function namesOf(units: readonly Unit[]): ReadonlySet<string> {
  return new Set(units.map(({ name }) => name.text.replace(/\.\w+$/, "")));
}

/** How many units a text calls by their whole name. */
function mentions(text: string, names: ReadonlySet<string>): number {
  const found = new Set<string>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}_.-]*/gu)) {
    const name = word.replace(/\.\w+$/, "");
    if (names.has(name)) found.add(name);
    else if (names.has(word)) found.add(word);
  }
  return found.size;
}
