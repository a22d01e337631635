import { planningRoles, type PlanningRole } from "../../core/settings.ts";
import type { Snapshot } from "../../core/snapshot.ts";
import { listed, type ConfiguredTree, type KeyComparer, type WeakenedKey } from "./configured-tree.ts";

/** Documents, directories and layouts that were read and are not read any more although they are still there. */
export const weakenedInputs: KeyComparer = (before, after) => ({
  weakened: [
    ...planningRoles.flatMap((role) => lostDocument(role, before, after)),
    ...lostRoots(before, after),
    ...lostNames(before, after),
    ...lostFiles(before, after),
    ...lostAgents(before, after),
    ...lostLayouts(before, after),
  ],
  unknown: changedLayouts(before, after),
});

/** A document that was moved is not there any more; one that only a few lines are left of points at where it went. */
function lostDocument(role: PlanningRole, before: ConfiguredTree, after: ConfiguredTree): WeakenedKey[] {
  const was = before.config.settings[role]?.path;
  const is = after.config.settings[role]?.path;
  if (was === undefined || was === is || after.parsed[role] === undefined) return [];
  const [then, now] = [lengthOf(before.snapshot, was), lengthOf(after.snapshot, was)];
  // A configuration that names something else, or nothing, in the same change that took the document away: the history tells.
  if (then === 0 || now < then / 2) return [];
  return [{ path: [role], was, is: is ?? "none, and the document is still there" }];
}

function lengthOf(snapshot: Snapshot, path: string): number {
  const result = snapshot.read(path);
  return result.ok ? result.text.length : 0;
}

function rootsOf({ config: { settings } }: ConfiguredTree): string[] {
  return [...(settings.specs === undefined ? [] : [settings.specs.path]), ...settings.otherSpecRoots];
}

/** Names of directories below a root that are spec packages by the pattern of a configuration. */
function packagesBelow(root: string, snapshot: Snapshot, by: ConfiguredTree): string[] {
  const names = snapshot
    .entries(root)
    .filter(({ kind }) => kind === "directory")
    .map(({ name }) => name);
  const read = by.config.settings.readSpecNames(names);
  return names.filter((_name, index) => read[index] !== undefined);
}

function lostRoots(before: ConfiguredTree, after: ConfiguredTree): WeakenedKey[] {
  if (after.parsed.specs === undefined) return [];
  const present = rootsOf(after);
  const lost = rootsOf(before).filter(
    (root) => !present.includes(root) && packagesBelow(root, after.snapshot, before).length > 0,
  );
  if (lost.length === 0) return [];
  return [{ path: ["specs"], was: listed(rootsOf(before)), is: present.length === 0 ? "none" : listed(present) }];
}

function lostNames(before: ConfiguredTree, after: ConfiguredTree): WeakenedKey[] {
  const [was, is] = [before.config.settings.specPattern, after.config.settings.specPattern];
  if (was === is) return [];
  const lost = rootsOf(after).flatMap((root) => {
    const present = new Set(packagesBelow(root, after.snapshot, after));
    return packagesBelow(root, after.snapshot, before).filter((name) => !present.has(name));
  });
  return lost.length === 0 ? [] : [{ path: ["specs", "pattern"], was, is: `${is}, without ${listed(lost)}` }];
}

function lostFiles(before: ConfiguredTree, after: ConfiguredTree): WeakenedKey[] {
  const [was, is] = [before.config.settings.specFiles, after.config.settings.specFiles];
  const lost = was.filter((name) => !is.includes(name));
  const isThere = rootsOf(after).some((root) =>
    packagesBelow(root, after.snapshot, after).some((name) =>
      after.snapshot.entries(`${root}/${name}`).some((entry) => lost.includes(entry.name)),
    ),
  );
  return isThere ? [{ path: ["specs", "files"], was: listed(was), is: listed(is) }] : [];
}

/** Of files with the same content only one is read. */
function lostAgents(before: ConfiguredTree, after: ConfiguredTree): WeakenedKey[] {
  if (after.parsed.agents === undefined) return [];
  const present = after.config.settings.agents;
  const contents = new Set(present.map((path) => contentOf(after.snapshot, path)));
  const lost = before.config.settings.agents.filter((path) => {
    const content = contentOf(after.snapshot, path);
    return !present.includes(path) && content !== undefined && !contents.has(content);
  });
  return lost.length === 0 ? [] : [{ path: ["agents"], was: `with ${listed(lost)}`, is: `without ${listed(lost)}` }];
}

function contentOf(snapshot: Snapshot, path: string): string | undefined {
  const result = snapshot.read(path);
  return result.ok ? result.id : undefined;
}

function layoutKey({ parsed }: ConfiguredTree): "layout" | "layouts" | undefined {
  if (parsed.layout !== undefined) return "layout";
  return parsed.layouts === undefined ? undefined : "layouts";
}

function lostLayouts(before: ConfiguredTree, after: ConfiguredTree): WeakenedKey[] {
  const key = layoutKey(after) ?? layoutKey(before);
  const present = after.config.settings.layouts.map(({ layout }) => layout.name);
  const was = before.config.settings.layouts.map(({ layout }) => layout.name);
  // A preset that nothing shows any more is not left out by the configuration.
  const lost = key === undefined ? [] : was.filter((name) => !present.includes(name));
  if (key === undefined || lost.length === 0) return [];
  return [{ path: [key], was: listed(was), is: present.length === 0 ? "none" : listed(present) }];
}

function changedLayouts(before: ConfiguredTree, after: ConfiguredTree): string[] {
  const earlier = new Map(before.config.settings.layouts.map(({ layout }) => [layout.name, JSON.stringify(layout)]));
  return after.config.settings.layouts
    .filter(({ layout }) => (earlier.get(layout.name) ?? JSON.stringify(layout)) !== JSON.stringify(layout))
    .map(({ layout }) => `nobody can know whether the layout ${layout.name} reads less than before`);
}
