import { wordKey } from "../../core/entry-key.ts";
import { sectionRole } from "../../core/section-role.ts";
import { columnNames, fieldNames } from "../../core/settings.ts";
import { stageOf } from "../../core/statuses.ts";
import { entryRoles } from "../../core/entry-role.ts";
import { sectionRoles } from "../vocabulary-schema.ts";
import { listed, type ConfiguredTree, type KeyComparer, type WeakenedKey } from "./configured-tree.ts";

/** Words that mean something else than before: sections, fields, columns, statuses, priorities, and what an entry looks like. */
export const weakenedWords: KeyComparer = (before, after) => ({
  weakened: [
    ...turnedSections(before, after),
    ...turnedWords("fields", before, after),
    ...turnedWords("columns", before, after),
    ...turnedStatuses(before, after),
    ...widerPriorities(before, after),
    ...lostShapes(before, after),
  ],
  unknown: [],
});

/** Headings that the configuration names or the queue has, and that had a role with entries which they have lost. */
function turnedSections(before: ConfiguredTree, after: ConfiguredTree): WeakenedKey[] {
  const named = sectionRoles.flatMap((role) =>
    (after.parsed.sections?.[role] ?? []).map((heading, index) => ({ heading, path: ["sections", role, index] })),
  );
  const present = headingsOf(after).map((heading) => ({ heading, path: ["sections"] }));
  const seen = new Set<string>();
  return [...named, ...present].flatMap(({ heading, path }) => {
    const was = sectionRole(heading, before.config.settings);
    const is = sectionRole(heading, after.config.settings);
    const key = wordKey(heading);
    if (was === undefined || was === "prose" || was === is || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        path,
        was: `“${heading}” is a section of the role ${was}`,
        is: is === undefined ? "a heading without a role" : is,
      },
    ];
  });
}

function headingsOf({ snapshot, config }: ConfiguredTree): string[] {
  const queue = config.settings.queue?.path;
  const result = queue === undefined ? undefined : snapshot.read(queue);
  if (result?.ok !== true) return [];
  return [...result.text.matchAll(/^#{1,3}[ \t]([^\n\r]*)/gm)].map((match) => (match[1] ?? "").trim());
}

/** Labels and header words that the configuration gives to something else than before. */
function turnedWords(key: "fields" | "columns", before: ConfiguredTree, after: ConfiguredTree): WeakenedKey[] {
  const names: readonly string[] = key === "fields" ? fieldNames : columnNames;
  const [was, is] = [before, after].map(({ config: { settings } }) => ownersOf(settings[key]));
  const stated = (key === "fields" ? after.parsed.entries?.fields : after.parsed.columns) ?? {};
  const path = key === "fields" ? ["entries", "fields"] : ["columns"];
  return names.flatMap((name) =>
    ((stated as Readonly<Record<string, readonly string[] | undefined>>)[name] ?? []).flatMap(
      (word, index): WeakenedKey[] => {
        const [earlier, now] = [was?.get(wordKey(word)), is?.get(wordKey(word))];
        return earlier === undefined || now === undefined || earlier === now
          ? []
          : [{ path: [...path, name, index], was: `“${word}” is ${earlier}`, is: now }];
      },
    ),
  );
}

function ownersOf(words: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([name, all]) => all.map((word): [string, string] => [wordKey(word), name])),
  );
}

/** Statuses with another stage than before. A list of the team's own also says that no other word is a status. */
function turnedStatuses(before: ConfiguredTree, after: ConfiguredTree): WeakenedKey[] {
  const [was, is] = [before.config.settings.statuses, after.config.settings.statuses];
  if (was.configured && !is.configured)
    return [
      {
        path: ["statuses"],
        was: `a list of ${was.all.length}`,
        is: "the built-in words, beside which any other is accepted",
      },
    ];
  const key = after.parsed.statuses === undefined ? "ladder" : "statuses";
  return !is.configured
    ? []
    : is.all.flatMap(({ name, stage, words }, index): WeakenedKey[] => {
        const turned = [name, ...words].find((word) => (stageOf(word, was) ?? stage) !== stage);
        return turned === undefined
          ? []
          : [{ path: [key, index], was: `“${turned}” is ${stageOf(turned, was) ?? ""}`, is: stage }];
      });
}

function widerPriorities(before: ConfiguredTree, after: ConfiguredTree): WeakenedKey[] {
  return entryRoles.flatMap((role): WeakenedKey[] => {
    const [was, is] = [before.config.settings.priorities[role], after.config.settings.priorities[role]];
    const isWider =
      (is === "any" && was !== "any") ||
      (typeof was !== "string" && typeof is !== "string" && is.some((word) => !was.includes(word)));
    const inWords = (value: typeof was): string => (typeof value === "string" ? value : listed(value));
    return isWider ? [{ path: ["priorities", role], was: inWords(was), is: inWords(is) }] : [];
  });
}

function lostShapes(before: ConfiguredTree, after: ConfiguredTree): WeakenedKey[] {
  const [was, is] = [before.config.settings.shapes, after.config.settings.shapes];
  const lost = was.filter((shape) => !is.includes(shape));
  return lost.length === 0
    ? []
    : [{ path: ["entries", "shapes"], was: `with ${listed(lost)}`, is: `without ${listed(lost)}` }];
}
