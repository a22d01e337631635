import { lazily } from "../core/lazily.ts";
import type { Location } from "../core/location.ts";
import type { StatedField, StatedRelation, StatedStatus, Unit, UnitName, UnitTasks } from "../core/unit.ts";
import type { EntryPlace } from "./entry-place.ts";
import { statedStatus } from "./stated-status.ts";
import { statusReaders } from "./status-sources/index.ts";
import { unitFile } from "./unit-file.ts";
import { idOf } from "./unit-id.ts";

/** What an entry says of itself. */
export interface Entry {
  readonly name: UnitName;
  readonly path: string;
  /** The keys of the maps that it is in. */
  readonly folder: string;
  readonly location: Location;
  readonly title: string | undefined;
  readonly status: StatedStatus | undefined;
  readonly relations: readonly StatedRelation[];
  readonly fields: readonly StatedField[];
  /** The document that speaks for it. */
  readonly main: string | undefined;
  readonly tasks?: UnitTasks | undefined;
}

/** An entry of a file as a unit. Its status is the first; those of its document are read when somebody asks. */
export function entryUnit({ kind, layout, source, known, snapshot }: EntryPlace, entry: Entry): Unit {
  const { status, main, tasks, ...own } = entry;
  const statuses = lazily((): readonly StatedStatus[] => [
    ...(status === undefined ? [] : [status]),
    ...documentStatuses(main),
  ]);
  const documentStatuses = (path: string | undefined): StatedStatus[] => {
    const result = path === undefined ? undefined : snapshot.read(path);
    if (path === undefined || result?.ok !== true) return [];
    const file = unitFile(path, result.text);
    const [said] = source.statuses.flatMap((one): StatedStatus[] => {
      const labels = one.labels ?? ["status"];
      const place = {
        file,
        labels,
        source: one,
        folder: { state: "live" } as const,
        path,
        sibling: () => undefined,
        tasks: () => undefined,
      };
      const words = statusReaders[one.kind]?.(place);
      const stated = words === undefined ? undefined : statedStatus(words, one, known);
      return stated === undefined ? [] : [stated];
    });
    return said === undefined ? [] : [said];
  };
  return {
    ...own,
    id: idOf(entry.name),
    source: kind,
    layout: layout.name,
    root: entry.path,
    state: "live",
    files: [],
    main,
    tasks,
    identities: [],
    links: [],
    created: [],
    requirements: [],
    deltas: [],
    problems: [],
    get statuses() {
      return statuses();
    },
  };
}
