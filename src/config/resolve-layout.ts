import { UsageError } from "../core/errors.ts";
import type { DocumentSource, Layout, NextSource, UnitSource } from "../core/layout.ts";
import { builtInBoxes } from "./built-in-boxes.ts";
import { ambiguousStatusWords, builtInHistoricalWords } from "./built-in-status-limits.ts";
import { builtInRecordColumns } from "./built-in-record-columns.ts";
import { builtInUnitStatuses } from "./built-in-unit-statuses.ts";
import type { LayoutData } from "./layout-schema.ts";
import { matchesAnything, takesForEver } from "./name-limits.ts";

/** Finds the layout that another one extends, by its name or path, and says where it is written. Throws a `UsageError` for an unknown one. */
export type FindLayout = (name: string) => { readonly data: LayoutData; readonly place: string };

const emptyUnit: Omit<UnitSource, "roots" | "name"> = {
  shape: "directory",
  ignore: [],
  requires: [],
  main: [],
  tasks: false,
  keepsBoxes: true,
  folders: { "": { state: "live" } },
  statuses: [],
  identities: [],
  fields: [],
  relations: [],
};
const emptyDocument: Omit<DocumentSource, "paths"> = {
  readers: ["table", "list"],
  units: [],
  complete: false,
  records: [],
};

/**
 * Merges a layout over those that it extends and fills in what none of them says. Objects are merged key by key, everything else is replaced.
 * Throws a `UsageError` for a cycle, for a unit without a root or a name, and for a name that any file has.
 */
export function resolveLayout(data: LayoutData, place: string, find: FindLayout): Layout {
  const merged = mergedOver(data, { place, find, seen: [data.name ?? place] });
  const name = merged.name ?? place;
  const layout = {
    name,
    title: merged.title ?? name,
    detect: merged.detect ?? [],
    units: mapValues(merged.units ?? {}, (unit, kind) => completeUnit(unit, kind, { name, place })),
    documents: mapValues(merged.documents ?? {}, (document, key) =>
      completeDocument({ ...emptyDocument, ...document } as DocumentSource, key, { merged, place }),
    ),
    references: merged.references ?? [],
    statuses: beside(builtInUnitStatuses, merged.statuses),
    boxes: boxesOf(merged.boxes),
    ambiguous: (merged.ambiguous ?? []).concat(ambiguousStatusWords),
    historical: (merged.historical ?? []).concat(builtInHistoricalWords),
    columns: beside(builtInRecordColumns, merged.columns),
    ...completeNext({ merged, place }),
  };
  return layout as unknown as Layout;
}

const { marks, ...wordsOfBoxes } = builtInBoxes;

function boxesOf({ marks: own, ...words }: LayoutData["boxes"] = {}): object {
  return { ...beside(wordsOfBoxes, words), marks: { ...marks, ...own } };
}

/** The words of a layout and, after them, the built-in ones of each key. */
function beside(builtIn: object, own: object = {}): Record<string, unknown> {
  const [all, said] = [builtIn, own] as Readonly<Record<string, readonly string[] | undefined>>[];
  // A word that the layout lists under one key is not that of another one.
  const taken = new Set(Object.values(said ?? {}).flatMap((words) => words ?? []));
  return mapValues(all ?? {}, (words, key) => [
    ...(said?.[key] ?? []),
    ...(words ?? []).filter((word) => !taken.has(word)),
  ]);
}

interface Chain {
  readonly place: string;
  readonly find: FindLayout;
  /** Names on the way. */
  readonly seen: readonly string[];
}

function mergedOver(data: LayoutData, { place, find, seen }: Chain): LayoutData {
  const { extends: parent, ...own } = data;
  if (parent === undefined) return own;
  if (seen.includes(parent))
    throw new UsageError(
      `The layout extends itself: ${[...seen, parent].join(" → ")}.`,
      "Remove one “extends” of the cycle.",
      place,
    );
  const found = find(parent);
  const inherited = mergedOver(found.data, { place: found.place, find, seen: [...seen, parent] });
  return merge(inherited, own) as LayoutData;
}

function merge(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (!isObject(base) || !isObject(over)) return over;
  const keys = [...new Set([...Object.keys(base), ...Object.keys(over)])];
  return Object.fromEntries(keys.map((key) => [key, merge(base[key], over[key])]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

type UnitData = NonNullable<LayoutData["units"]>[string];

function completeUnit(data: UnitData, kind: string, { name, place }: { name: string; place: string }): UnitSource {
  const unit = { ...emptyUnit, ...data } as UnitSource;
  if (data.roots === undefined || data.name === undefined)
    throw new UsageError(
      `The layout ${name} does not say ${data.roots === undefined ? "where" : "how"} a ${kind} is ${data.roots === undefined ? "kept" : "named"}.`,
      `Write “${data.roots === undefined ? "roots" : "name"}” for units.${kind}.`,
      place,
    );
  for (const pattern of [data.name, ...Object.values(unit.folders).flatMap((folder) => folder.name ?? [])]) {
    if (unit.requires.length === 0 && matchesAnything(pattern))
      throw new UsageError(
        `The name of a ${kind}, “${pattern}”, matches everything.`,
        `Narrow it, or list files under “requires” that the directory of a ${kind} has.`,
        place,
      );
    if (takesForEver(pattern))
      throw new UsageError(
        `The name of a ${kind}, “${pattern}”, could read some names in very many ways, which takes for ever.`,
        "Let each repeat end with a character that it does not hold.",
        place,
      );
  }
  return unit;
}

function completeNext({ merged, place }: { readonly merged: LayoutData; readonly place: string }): {
  readonly next?: NextSource;
} {
  const { next } = merged;
  if (next === undefined) return {};
  const kinds = Object.keys(merged.units ?? {});
  if (!kinds.includes(next.unit))
    throw new UsageError(
      `“next” picks units of the kind “${next.unit}”, which the layout does not have.`,
      `Write one of ${kinds.join(", ")}.`,
      place,
    );
  if (next.document !== undefined && !Object.hasOwn(merged.documents ?? {}, next.document))
    throw new UsageError(
      `“next” picks from the document ${next.document}, which the layout does not have.`,
      `Write one of ${Object.keys(merged.documents ?? {}).join(", ")}, or leave it out.`,
      place,
    );
  return { next };
}

function completeDocument(
  document: DocumentSource,
  key: string,
  { merged, place }: { readonly merged: LayoutData; readonly place: string },
): DocumentSource {
  if ((document as Partial<DocumentSource>).paths === undefined)
    throw new UsageError(
      `The layout does not say where the document ${key} is.`,
      `Write “paths” for documents.${key}.`,
      place,
    );
  const unknown = document.units.find((kind) => !Object.hasOwn(merged.units ?? {}, kind));
  if (unknown !== undefined)
    throw new UsageError(
      `The document ${key} lists units of the kind “${unknown}”, which the layout does not have.`,
      `Write one of ${Object.keys(merged.units ?? {}).join(", ")}.`,
      place,
    );
  return document;
}
