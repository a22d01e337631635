import { stateOfMark } from "./read-tasks.ts";
import type { Unit } from "../core/unit.ts";
import { entryUnit } from "./entry-unit.ts";
import { unitName } from "./find-units.ts";
import type { EntryPlace } from "./read-entries.ts";
import { namedBy } from "./read-relations.ts";
import { unitFile } from "./unit-file.ts";

const boxLine = /^\s*[-*+]\s+\[([^\]]\uFE0F?)\]\s+(\S.*)$/u;
/** How far the mark says that it is, for those that say so. */
const stages = { done: "implemented", open: "planned" } as const;

/** The boxes of a Markdown text whose first words are the name of a unit: `- [x] **AUTH-01**: …`. A dropped or deferred one has no status. */
export function markedEntries(path: string, text: string, place: EntryPlace): Unit[] {
  const file = unitFile(path, text);
  const pattern = new RegExp(`^(?:${place.source.name})(?![\\p{L}\\p{N}])`, "u");
  return file.lines.flatMap(({ text: line, code }, index): Unit[] => {
    const [, mark = "", words = ""] = (code ? null : boxLine.exec(line)) ?? [];
    const plain = words.replace(/[*_`]{1,3}/g, "");
    const name = unitName(pattern, plain.slice(0, 120));
    const state = stateOfMark(mark, place.layout.boxes);
    if (name === undefined || state === undefined) return [];
    const [own = ""] = pattern.exec(plain) ?? [];
    const location = file.locate(index + 1);
    const stage = state === "done" || state === "open" ? stages[state] : undefined;
    return [
      entryUnit(place, {
        name: { ...name, text: own },
        path,
        folder: "",
        location,
        title: plain,
        status:
          stage === undefined
            ? undefined
            : {
                source: "box",
                text: `[${mark}]`,
                word: state === "done" ? "ticked" : "open",
                stage,
                final: false,
                location,
              },
        relations: place.source.relations.flatMap(({ kind, unit, id }) =>
          id === undefined ? [] : [{ kind, unit, id: namedBy(id, { ...name, text: own }), text: own, location }],
        ),
        main: undefined,
      }),
    ];
  });
}
