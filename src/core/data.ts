import type { Inline } from "./inline.ts";
import type { Location } from "./location.ts";

/** A value of a data document (YAML, JSON, TOML) with its place. */
export type DataNode = DataMap | DataList | DataScalar;

export interface DataMap {
  readonly kind: "map";
  /** In the order of the text. A key that is given twice is not among them. */
  readonly entries: readonly DataEntry[];
  readonly location: Location;
}

export interface DataEntry {
  /** As its text reads: `012` is "012". */
  readonly key: string;
  readonly keyLocation: Location;
  readonly value: DataNode;
}

export interface DataList {
  readonly kind: "list";
  readonly items: readonly DataNode[];
  readonly location: Location;
}

export interface DataScalar {
  readonly kind: "scalar";
  /** The words without quotation marks; of a number, date or boolean, as it is written. */
  readonly content: Inline;
  /** False for numbers, dates, booleans and null. */
  readonly isText: boolean;
  /** The comment after it on the same line, without its mark. */
  readonly comment: Inline | undefined;
  readonly location: Location;
}

/** A value inside a data document, and the key that leads to it. */
export interface DataMatch {
  readonly key: DataEntry | undefined;
  readonly node: DataNode;
  /** The keys of the maps on the way, the outermost first. */
  readonly trail: readonly string[];
}

/**
 * The values at a path: keys between dots, `*` for every entry of a map or item of a list, `*.tasks.*`. A key that is not there leads nowhere.
 * Keys that hold a dot cannot be written.
 */
export function dataAt(root: DataNode | undefined, path: string): DataMatch[] {
  let found: DataMatch[] = root === undefined ? [] : [{ key: undefined, node: root, trail: [] }];
  for (const step of path === "" ? [] : path.split(".")) found = found.flatMap((match) => children(match, step));
  return found;
}

function children({ node, trail }: DataMatch, step: string): DataMatch[] {
  if (node.kind === "list")
    return step === "*" ? node.items.map((item) => ({ key: undefined, node: item, trail })) : [];
  if (node.kind === "scalar") return [];
  return node.entries
    .filter(({ key }) => step === "*" || key === step)
    .map((entry) => ({ key: entry, node: entry.value, trail: [...trail, entry.key] }));
}

/** What a match says at a path of its own: words with their place. "$key" is its key, "$value" itself. */
export function wordsAt(match: DataMatch, path: string | undefined): DataWords[] {
  if (path === undefined) return [];
  if (path === "$key")
    return match.key === undefined
      ? []
      : [{ text: match.key.key, location: match.key.keyLocation, comment: undefined }];
  return scalarsAt(match.node, path === "$value" ? "" : path).map(({ content, comment, location, isText }) => ({
    text: content.plain,
    location,
    comment: comment?.plain,
    isText,
  }));
}

export interface DataWords {
  readonly text: string;
  readonly location: Location;
  readonly comment: string | undefined;
  /** False for a number, a date, a boolean or null. */
  readonly isText?: boolean;
}

/** The scalars at a path, those of a list one by one. */
export function scalarsAt(root: DataNode | undefined, path: string): DataScalar[] {
  return dataAt(root, path)
    .flatMap(({ node }) => (node.kind === "list" ? node.items : [node]))
    .filter((node) => node.kind === "scalar");
}
