import { planningRoles, type Settings } from "../core/settings.ts";
import type { PathMapping } from "./moved-fingerprint.ts";

/** Paths, or patterns of paths, of what a tree keeps, by what it is: "queue", "specs", "agents", the units of a kind or a document of a layout. */
export type InputPaths = ReadonlyMap<string, readonly string[]>;

/** Where a tree keeps its documents, specs, units and instruction files. */
export function inputPaths(settings: Settings): InputPaths {
  const { agents, layouts } = settings;
  const roles = [...planningRoles, "specs" as const].map((role): [string, string[]] => {
    const path = settings[role]?.path;
    return [role, path === undefined ? [] : [path]];
  });
  const ofLayouts = layouts.flatMap(({ layout: { name, units, documents } }) => [
    ...Object.entries(units).map(([kind, { roots }]): [string, readonly string[]] => [`${name} units ${kind}`, roots]),
    ...Object.entries(documents).map(([key, { paths }]): [string, readonly string[]] => [
      `${name} document ${key}`,
      paths,
    ]),
  ]);
  return new Map([...roles, ...ofLayouts, ["agents", agents]]);
}

/** Where documents and directories are now that were elsewhere, when two trees keep them at different paths. */
export function movedInputs(before: InputPaths, after: InputPaths): PathMapping {
  const pairs = [...before].flatMap(([key, paths]) => pairsOf(paths, after.get(key) ?? []));
  const exact = new Map(pairs.map(({ from, to }) => [from, to]));
  return (path) => {
    const whole = exact.get(path);
    if (whole !== undefined) return whole;
    const above = pairs.find(({ from }) => path.startsWith(`${from}/`));
    return above === undefined ? undefined : above.to + path.slice(above.from.length);
  };
}

interface Move {
  readonly from: string;
  readonly to: string;
}

/** The only path that went with the only one that came; of several those that kept their name. */
function pairsOf(before: readonly string[], after: readonly string[]): Move[] {
  const went = before.filter((path) => !after.includes(path));
  const came = after.filter((path) => !before.includes(path));
  const [from, to] = [went[0], came[0]];
  if (from !== undefined && to !== undefined && went.length === 1 && came.length === 1) return directoriesOf(from, to);
  return went.flatMap((path) => {
    const [only, ...others] = came.filter((one) => nameOf(one) === nameOf(path));
    return only === undefined || others.length > 0 ? [] : directoriesOf(path, only);
  });
}

/** Of patterns that end alike, the directories before that: `plans/*.md` and `docs/*.md` say that `plans` is `docs` now. */
function directoriesOf(from: string, to: string): Move[] {
  const isPattern = (path: string): boolean => /[*?{}[\]]/.test(path);
  if (!isPattern(from) && !isPattern(to)) return [{ from, to }];
  const [old, now] = [from.split("/"), to.split("/")];
  while (old.length > 1 && now.length > 1 && old.at(-1) === now.at(-1)) {
    old.pop();
    now.pop();
  }
  const [before, after] = [old.join("/"), now.join("/")];
  return isPattern(before) || isPattern(after) ? [] : [{ from: before, to: after }];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
