import { dataAt, wordsAt, type DataMatch } from "../core/data.ts";
import type { DocumentProblem } from "../core/document.ts";
import type { EntrySource, Layout, RelationSource, UnitSource } from "../core/layout.ts";
import { readStatusWords } from "../core/status-words.ts";
import { wholeName } from "../core/path-pattern.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Status } from "../core/statuses.ts";
import type { StatedRelation, StatedStatus, Unit } from "../core/unit.ts";
import { readData } from "../documents/data/read-data.ts";
import { entryDocument } from "./entry-document.ts";
import type { EntryPlace } from "./entry-place.ts";
import { entryUnit } from "./entry-unit.ts";
import { unitName } from "./find-units.ts";
import { markedEntries } from "./marked-entries.ts";
import { matchingPaths } from "./matching-paths.ts";
import { namedBy } from "./read-relations.ts";
import { statedStatus } from "./stated-status.ts";

export interface ReadEntries {
  readonly units: readonly Unit[];
  readonly problems: readonly DocumentProblem[];
}

/** The units of a layout that are entries of files, and what cannot be read of those. */
export function readEntries(snapshot: Snapshot, layout: Layout, known: readonly Status[]): ReadEntries {
  const read = Object.entries(layout.units).flatMap(([kind, source]) =>
    source.shape === "entry"
      ? filesOf(snapshot, source).map((path) => readFile(path, { layout, kind, source, known, snapshot }))
      : [],
  );
  const told = new Set<string>();
  return {
    units: read.flatMap(({ units }) => units),
    problems: read
      .flatMap(({ problems }) => problems)
      .filter(({ location: { path, offset } }) => told.size < told.add(`${path}:${offset}`).size),
  };
}

function filesOf(snapshot: Snapshot, { roots }: UnitSource): string[] {
  return [...new Set(roots.flatMap((root) => matchingPaths(snapshot, root, "file")))];
}

function readFile(path: string, place: EntryPlace): ReadEntries {
  const result = place.snapshot.read(path);
  if (!result.ok) return { units: [], problems: [] };
  const { entries } = place.source;
  if (entries === undefined) return { units: markedEntries(path, result.text, place), problems: [] };
  const data = readData(result.text, path);
  if (data === undefined) return { units: [], problems: [] };
  const document = entryDocument(path, data.root, place.snapshot);
  const units = dataAt(data.root, entries.path).flatMap((match) =>
    readEntry(match, { ...place, path, entries, document, parent: undefined }),
  );
  return { units, problems: data.problems };
}

interface DataPlace extends EntryPlace {
  readonly path: string;
  readonly entries: EntrySource;
  /** The file of an entry. */
  readonly document: (template: string, id: string) => string | undefined;
  /** The id of the entry that holds this one. */
  readonly parent: string | undefined;
}

function readEntry(match: DataMatch, place: DataPlace): Unit[] {
  const { entries, source, parent, kind } = place;
  const [said] = wordsAt(match, entries.id);
  if (said === undefined || said.text === "") return [];
  const id = parent === undefined ? said.text : `${parent}.${said.text}`;
  const name = unitName(wholeName(source.name), id);
  if (name === undefined) return [];
  const relations = source.relations.flatMap((one) => relationsOf(match, one, { place, name }));
  const [title] = wordsAt(match, entries.title);
  const unit = entryUnit(place, {
    name,
    path: place.path,
    folder: match.trail.slice(0, match.key === undefined ? undefined : -1).join("."),
    location: match.key === undefined ? said.location : match.key.keyLocation,
    title: title?.text,
    status: statusOf(match, place),
    relations:
      parent === undefined
        ? relations
        : [{ kind: "parent", unit: kind, id: parent, text: said.text, location: said.location }],
    fields: source.fields.flatMap((label) =>
      wordsAt(match, label).map(({ text, location }) => ({ label, text, location })),
    ),
    main: source.main.map((template) => place.document(template, id)).find((path) => path !== undefined),
  });
  const inside =
    entries.children === undefined
      ? []
      : dataAt(match.node, `${entries.children}.*`).flatMap((child) =>
          readEntry({ ...child, trail: match.trail }, { ...place, parent: id }),
        );
  return [unit, ...inside];
}

/** A number or a date is no status. A comment that begins with a status, `done  # review again`, takes the value back. */
function statusOf(match: DataMatch, { entries, known }: DataPlace): StatedStatus | undefined {
  const said = wordsAt(match, entries.status).find(({ isText }) => isText === true);
  if (said === undefined) return undefined;
  const isTakenBack = said.comment !== undefined && readStatusWords(said.comment, known)?.stage !== undefined;
  return isTakenBack ? undefined : statedStatus(said, { kind: "entry" }, known);
}

function relationsOf(
  match: DataMatch,
  { kind, unit, labels = [], id }: RelationSource,
  { place, name }: { readonly place: DataPlace; readonly name: Unit["name"] },
): StatedRelation[] {
  if (id !== undefined) {
    const location = match.key?.keyLocation ?? match.node.location;
    return [{ kind, unit, id: namedBy(id, name), text: name.text, location }];
  }
  if (place.parent !== undefined) return [];
  return labels
    .flatMap((label) => wordsAt(match, label))
    .map(({ text, location }) => ({ kind, unit, id: text, text, location }));
}
