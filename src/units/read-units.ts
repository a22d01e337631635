import { lazily } from "../core/lazily.ts";
import { stages, type Statuses, type Status, type Stage } from "../core/statuses.ts";
import type { Layout, UsedLayout } from "../core/layout.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { readStatusWords } from "../core/status-words.ts";
import type { Unit, Units } from "../core/unit.ts";
import { findUnits, rootsOf } from "./find-units.ts";
import { readEntries } from "./read-entries.ts";
import { idOf } from "./unit-id.ts";
import { readUnit } from "./read-unit.ts";
import { indexUnits, resolveReference, unitAt, type UnitPlace } from "./resolve-reference.ts";

/** The units of a tree by the layouts that it uses. Lists directories when first asked; files are read unit by unit. Pure. */
export function readUnits(snapshot: Snapshot, used: readonly UsedLayout[], statuses: Statuses): Units {
  const known = new Map(used.map(({ layout }) => [layout.name, wordsOf(layout, statuses)]));
  const all = lazily((): readonly Unit[] => {
    const taken = new Set<string>();
    const whole = used.flatMap(({ layout }) =>
      findUnits(snapshot, layout)
        .filter(({ path }) => !taken.has(path) && taken.add(path))
        .map((found) =>
          readUnit(found, {
            snapshot,
            known: known.get(layout.name) ?? [],
            sibling: (kind, { name, root }) =>
              byName().get(`${kind} ${name.text}`) ?? byName().get(`${kind} ${root} ${idOf(name)}`),
          }),
        ),
    );
    return [...whole, ...entries().flatMap(({ units }) => units)];
  });
  const entries = lazily(() => used.map(({ layout }) => readEntries(snapshot, layout, known.get(layout.name) ?? [])));
  const byName = lazily(
    () =>
      new Map(
        all().flatMap((unit) => [
          [`${unit.source} ${unit.name.text}`, unit],
          [`${unit.source} ${unit.root} ${unit.id}`, unit],
        ]),
      ),
  );
  const index = lazily(() => indexUnits(all(), placesOf(snapshot, used)));
  return {
    get all() {
      return all();
    },
    get problems() {
      return [...entries(), ...all()].flatMap(({ problems }) => problems);
    },
    resolve: (reference, from) => resolveReference(reference, from, { index: index(), snapshot }),
    at: (path) => unitAt(path, index()),
    stageOf: (status, layout) => readStatusWords(status, known.get(layout) ?? statuses.all)?.stage,
    layouts: used.map(({ layout: { name, title }, because }) => ({ name, title, because })),
  };
}

/** The words of the layout first: they win. A team that lists its own words means those alone. */
function wordsOf(layout: Layout, { all, configured }: Statuses): readonly Status[] {
  if (configured) return all;
  const ambiguous = new Set(layout.ambiguous);
  const own = stages.flatMap((stage: Stage) =>
    (layout.statuses[stage] ?? []).map((name): Status => ({ name, stage, words: [] })),
  );
  return [...own, ...all].filter(({ name }) => !ambiguous.has(name));
}

function placesOf(snapshot: Snapshot, used: readonly UsedLayout[]): UnitPlace[] {
  return used.flatMap(({ layout }) =>
    Object.entries(layout.units).flatMap(([kind, source]) =>
      rootsOf(snapshot, source).flatMap((root) =>
        Object.entries(source.folders)
          .map(([folder, inFolder]): UnitPlace => ({ layout, source, kind, root, folder, inFolder }))
          // The innermost folder first: a path below it is not a unit of the outer one.
          .sort((one, other) => other.folder.length - one.folder.length),
      ),
    ),
  );
}
