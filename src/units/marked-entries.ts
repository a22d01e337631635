import { readUnitTasks, stateOfMark } from "./read-tasks.ts";
import type { BoxState } from "../core/layout.ts";
import type { Location } from "../core/location.ts";
import type { StatedStatus, Unit, UnitTasks } from "../core/unit.ts";
import { entryUnit } from "./entry-unit.ts";
import { unitName } from "./find-units.ts";
import type { EntryPlace } from "./entry-place.ts";
import { namedBy } from "./read-relations.ts";
import { headings, unitFile, type UnitFile } from "./unit-file.ts";
import { canonicalId } from "./unit-id.ts";

const boxLine = /^\s*[-*+]\s+\[([^\]]\uFE0F?)\]\s+(\S.*)$/u;
/** How far the mark says that it is, for those that say so. */
const stages = { done: "implemented", open: "planned" } as const;

/** The boxes of a Markdown text whose first words are the name of a unit: `- [x] **AUTH-01**: …`. */
export function markedEntries(path: string, text: string, place: EntryPlace): Unit[] {
  const file = unitFile(path, text);
  const pattern = new RegExp(`^(?:${place.source.name})(?![\\p{L}\\p{N}])`, "u");
  return file.lines.flatMap(({ text: line, code }, index): Unit[] => {
    const [, mark = "", words = ""] = (code ? null : boxLine.exec(line)) ?? [];
    const plain = words.replace(/[*_`]{1,3}/g, "");
    const name = unitName(pattern, pattern.exec(plain)?.[0] ?? "");
    const state = stateOfMark(mark, place.layout.boxes);
    if (name === undefined || state === undefined) return [];
    const location = file.locate(index + 1);
    return [
      entryUnit(place, {
        name,
        path,
        folder: "",
        location,
        title: plain,
        status: statusOfBox({ mark, state, location }),
        relations: place.source.relations.flatMap(({ kind, unit, id }) =>
          id === undefined ? [] : [{ kind, unit, id: namedBy(id, name), text: name.text, location }],
        ),
        fields: [],
        main: undefined,
        tasks: place.source.tasks === true ? tasksBelow(file, name.text, place) : undefined,
      }),
    ];
  });
}

interface MarkedBox {
  readonly mark: string;
  readonly state: BoxState;
  readonly location: Location;
}

/** A dropped or deferred box has no status. */
function statusOfBox({ mark, state, location }: MarkedBox): StatedStatus | undefined {
  if (state !== "done" && state !== "open") return undefined;
  const word = state === "done" ? "ticked" : "open";
  return { source: "box", text: `[${mark}]`, word, stage: stages[state], final: false, location };
}

/** The boxes in the section of an entry that name units in a form of the layout: others are steps or criteria. */
function tasksBelow(file: UnitFile, name: string, { source, layout }: EntryPlace): UnitTasks | undefined {
  const key = canonicalId(name);
  const sections = headings(file);
  const at = sections.findIndex(({ text }) => {
    const words = canonicalId(text.replace(/[*_`]/g, ""));
    return words.startsWith(key) && !/^[\p{L}\p{N}.]/u.test(words.slice(key.length).replace(/^\.(?!\d)/, ""));
  });
  const section = sections[at];
  if (section === undefined) return undefined;
  const end = sections.slice(at + 1).find(({ level }) => level <= section.level)?.line ?? Infinity;
  const forms = layout.references.map(({ pattern }) => new RegExp(pattern, "u"));
  const lines = file.lines.map((line, index) => {
    const [, , words = ""] = index >= section.line && index < end - 1 ? (boxLine.exec(line.text) ?? []) : [];
    const plain = words.replace(/[*_`]{1,3}/g, "");
    return plain !== "" && forms.some((form) => form.test(plain)) ? line : { ...line, text: "" };
  });
  return readUnitTasks({ ...file, lines }, layout.boxes, { areKept: source.keepsBoxes, slug: undefined });
}
