import { UsageError } from "../core/errors.ts";
import type { Layout, UsedLayout } from "../core/layout.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { presets } from "../layouts/index.ts";
import { matchingPaths } from "../units/matching-paths.ts";
import { layoutSchema, type LayoutData } from "./layout-schema.ts";
import { didYouMean } from "./nearest-word.ts";
import { parseAgainst } from "./parse-config.ts";
import { repositoryPath } from "./repository-path.ts";
import { resolveLayout, type FindLayout } from "./resolve-layout.ts";

/** A layout as the configuration names it: a preset, the path of a JSON file, or the layout itself. */
export type LayoutChoice = string | LayoutData;

/** The layouts that a configuration names; undefined when it names none. */
export function namedLayouts({
  layout,
  layouts,
}: {
  readonly layout?: LayoutChoice | undefined;
  readonly layouts?: readonly string[] | undefined;
}): readonly LayoutChoice[] | undefined {
  return layouts ?? (layout === undefined ? undefined : [layout]);
}

/** More paths than these prove nothing that fewer do not. */
const mostProofs = 3;

/**
 * The layouts that the configuration asks for; without any, the presets that the repository shows. Throws a `UsageError` for one that is
 * unknown or cannot be used.
 */
export function resolveLayouts(choices: readonly LayoutChoice[] | undefined, snapshot: Snapshot): UsedLayout[] {
  const find = finder(snapshot);
  if (choices === undefined)
    return Object.keys(presets).flatMap((name): UsedLayout[] => {
      const because = proofs(detectOf(name), snapshot);
      return because.length === 0 ? [] : [{ layout: presetLayout(name), because, configured: false }];
    });
  return choices.map((choice): UsedLayout => {
    const { data, place } = typeof choice === "string" ? find(choice) : { data: choice, place: "layouts" };
    const layout =
      typeof choice === "string" && Object.hasOwn(presets, choice)
        ? presetLayout(choice)
        : resolveLayout(data, place, find);
    return { layout, because: proofs(layout.detect, snapshot), configured: true };
  });
}

const preset: FindLayout = (name) => ({ data: presets[name] as LayoutData, place: `the preset ${name}` });
const resolved = new Map<string, Layout>();

/** Presets never change. */
function presetLayout(name: string): Layout {
  const layout = resolved.get(name) ?? resolveLayout(preset(name).data, name, preset);
  resolved.set(name, layout);
  return layout;
}

function detectOf(name: string): readonly string[] {
  return (presets[name] as LayoutData).detect ?? [];
}

/** Paths of a tree that prove a layout, a few. */
export function proofs(detect: readonly string[], snapshot: Snapshot): string[] {
  return detect.flatMap((pattern) => matchingPaths(snapshot, pattern).slice(0, 1)).slice(0, mostProofs);
}

function finder(snapshot: Snapshot): FindLayout {
  return (name) => {
    if (Object.hasOwn(presets, name)) return preset(name);
    if (!/[/.]/.test(name)) throw unknownLayout(name);
    const path = repositoryPath(name);
    const result = snapshot.read(path);
    if (!result.ok)
      throw new UsageError(
        `The layout ${path} cannot be read: ${result.detail}.`,
        `Correct the path, or write the name of a preset: ${Object.keys(presets).join(", ")}.`,
        path,
      );
    return {
      data: parseAgainst({ path, text: result.text, format: "json" }, layoutSchema()) as LayoutData,
      place: path,
    };
  };
}

function unknownLayout(name: string): UsageError {
  const names = Object.keys(presets);
  return new UsageError(
    `There is no layout “${name}”${didYouMean(name, names) || "."}`,
    `Write one of ${names.join(", ")}, or the path of a JSON file.`,
  );
}
