import type { DocumentProblem } from "../core/document.ts";
import { readData } from "../documents/data/read-data.ts";
import { lazily, withLazy } from "../core/lazily.ts";
import type { Status } from "../core/statuses.ts";
import { startOf } from "../core/location.ts";
import type { Quotation } from "../core/quotation.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { StatedIdentity, StatedStatus, Unit, UnitTasks } from "../core/unit.ts";
import type { FoundUnit } from "./find-units.ts";
import { readUnitTasks } from "./read-tasks.ts";
import { readCreatedFiles } from "./read-created.ts";
import { readDeltas, readRequirements } from "./read-requirements.ts";
import type { StatusPlace } from "./status-source.ts";
import { readHeaderLinks } from "./read-links.ts";
import { statusReaders } from "./status-sources/index.ts";
import { frontField, headerLines, headings, labelledLine, unitFile, type UnitFile } from "./unit-file.ts";
import { readFields } from "./read-fields.ts";
import { readRelations } from "./read-relations.ts";
import { statedStatus } from "./stated-status.ts";
import { idOf } from "./unit-id.ts";

/** What a unit is read with. */
export interface UnitSurroundings {
  readonly snapshot: Snapshot;
  readonly known: readonly Status[];
  /** The unit of another kind that has the same name as this one, or the same id in the same root. */
  readonly sibling: (kind: string, unit: FoundUnit) => Unit | undefined;
}

/** A unit whose files are read when somebody asks for what is in them, each once. */
export function readUnit(found: FoundUnit, { snapshot, known, sibling }: UnitSurroundings): Unit {
  const { source, path, name } = found;
  const files = source.shape === "file" ? [] : snapshot.entries(path).map((entry) => entry.name);
  const main = mainOf(found, files);
  const fileOf = fileFinder({ path, main, files }, snapshot);
  const tasks = lazily(() => tasksOf(found, files, fileOf));
  const stated = {
    id: idOf(name),
    source: found.kind,
    layout: found.layout.name,
    name,
    path,
    root: found.root,
    folder: found.folder,
    location: startOf(path),
    state: found.inFolder.state,
    files,
    main,
  };
  return withLazy<typeof stated, Omit<Unit, keyof typeof stated>>(stated, {
    title: () => titleOf(fileOf(undefined)),
    statuses: () => readStatuses(found, fileOf, { known, sibling, tasks }),
    identities: () => readIdentities(found, fileOf),
    tasks,
    links: () => linksOf(fileOf(undefined)),
    problems: () => sidecarProblems(found, fileOf),
    fields: () => readFields(source.fields, fileOf(undefined)),
    relations: () => readRelations(source.relations, name, fileOf(undefined)),
    created: () => createdBy(found, files, fileOf),
    requirements: () => requirementsOf(found, fileOf(undefined)),
    deltas: () => (source.requirements ? readDeltas(snapshot, path, source.requirements) : []),
  });
}

function mainOf({ source, path }: FoundUnit, files: readonly string[]): string | undefined {
  if (source.shape === "file") return path;
  const name = source.main.find((file) => files.includes(file));
  return name === undefined ? undefined : `${path}/${name}`;
}

type FileOf = (file: string | undefined) => UnitFile | undefined;

interface UnitFiles {
  readonly path: string;
  readonly main: string | undefined;
  readonly files: readonly string[];
}

/** Opens a file of a unit by its name, and the main one without a name. */
function fileFinder({ path, main, files }: UnitFiles, snapshot: Snapshot): FileOf {
  const open = fileOpener(snapshot);
  return (file) => {
    if (file === undefined) return main === undefined ? undefined : open(main);
    return files.includes(file) ? open(`${path}/${file}`) : undefined;
  };
}

function fileOpener(snapshot: Snapshot): (path: string) => UnitFile | undefined {
  const known = new Map<string, UnitFile | undefined>();
  return (path) => {
    if (!known.has(path)) {
      const result = snapshot.read(path);
      known.set(path, result.ok ? unitFile(path, result.text) : undefined);
    }
    return known.get(path);
  };
}

function linksOf(main: UnitFile | undefined) {
  return main === undefined ? [] : readHeaderLinks(main);
}

function requirementsOf({ source: { requirements } }: FoundUnit, main: UnitFile | undefined) {
  return main === undefined || requirements === undefined ? [] : readRequirements(main, requirements);
}

/** What is wrong with the files of data that state a status. */
function sidecarProblems({ source }: FoundUnit, fileOf: FileOf): readonly DocumentProblem[] {
  const names = new Set(
    source.statuses.flatMap(({ kind, file }) => (kind === "data-file" && file !== undefined ? [file] : [])),
  );
  return [...names].flatMap((name) => {
    const file = fileOf(name);
    return file === undefined ? [] : (readData(file.text, file.path)?.problems ?? []);
  });
}

function titleOf(file: UnitFile | undefined): string | undefined {
  const first = file === undefined ? undefined : headings(file).find(({ level }) => level === 1);
  return first?.text.replace(/[*`]/g, "");
}

/** The file with the boxes. */
function tasksFile({ source: { tasks } }: FoundUnit, files: readonly string[], fileOf: FileOf): UnitFile | undefined {
  if (tasks === false) return undefined;
  const name = tasks === true ? undefined : tasks.find((one) => files.includes(one));
  return tasks === true ? fileOf(undefined) : name === undefined ? undefined : fileOf(name);
}

function createdBy(found: FoundUnit, files: readonly string[], fileOf: FileOf) {
  const file = tasksFile(found, files, fileOf);
  return file === undefined ? [] : readCreatedFiles(file, found.layout.boxes);
}

function tasksOf(found: FoundUnit, files: readonly string[], fileOf: FileOf): UnitTasks | undefined {
  const file = tasksFile(found, files, fileOf);
  const {
    source,
    layout,
    name: { slug },
  } = found;
  return file === undefined ? undefined : readUnitTasks(file, layout.boxes, { areKept: source.keepsBoxes, slug });
}

function readStatuses(
  found: FoundUnit,
  fileOf: FileOf,
  { known, sibling, tasks }: Pick<UnitSurroundings, "known" | "sibling"> & Pick<StatusPlace, "tasks">,
): StatedStatus[] {
  const statuses = found.source.statuses.flatMap((source): StatedStatus[] => {
    const read = statusReaders[source.kind];
    const file = source.kind === "folder" ? undefined : fileOf(source.file);
    const labels = source.labels ?? ["status"];
    const said = read?.({
      file,
      labels,
      source,
      folder: found.inFolder,
      path: found.path,
      sibling: (kind) => sibling(kind, found),
      tasks,
    });
    const status = said === undefined ? undefined : statedStatus(said, source, known);
    return status === undefined ? [] : [status];
  });
  // One line may be what several ways of writing find.
  const seen = new Set<string>();
  return statuses.filter(({ location: { path, line }, source }) => {
    const place = source === "folder" ? source : `${path}:${line}`;
    return !seen.has(place) && seen.add(place);
  });
}

function readIdentities({ source }: FoundUnit, fileOf: FileOf): StatedIdentity[] {
  return source.identities.flatMap(({ kind, file: name, labels = [], pattern }): StatedIdentity[] => {
    const file = fileOf(name);
    const said = file === undefined ? undefined : kind === "heading" ? firstHeading(file) : field(file, labels);
    const groups = said === undefined ? undefined : new RegExp(pattern, "iu").exec(said.text)?.groups;
    if (file === undefined || said === undefined || groups === undefined) return [];
    const parts = Object.entries(groups).filter(([, value]) => value !== undefined);
    return parts.length === 0 ? [] : [{ ...said, ...Object.fromEntries(parts) }];
  });
}

function firstHeading(file: UnitFile): Quotation | undefined {
  const first = headings(file).find(({ level }) => level === 1);
  return first === undefined ? undefined : { text: first.text, location: file.locate(first.line) };
}

function field(file: UnitFile, labels: readonly string[]): Quotation | undefined {
  const found =
    frontField(file, labels) ??
    headerLines(file)
      .map(labelledLine)
      .find((one) => one !== undefined && labels.includes(one.label) && one.value !== "");
  return found === undefined ? undefined : { text: found.value, location: file.locate(found.line) };
}
