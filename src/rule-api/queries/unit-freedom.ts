import type { PlanRecordClaim } from "../../core/claims/claim.ts";
import type { NextSource } from "../../core/layout.ts";
import type { Location } from "../../core/location.ts";
import type { RecordCell } from "../../core/record.ts";
import type { Stage } from "../../core/statuses.ts";
import type { Unit, Units } from "../../core/unit.ts";
import { saidBy } from "./said-status.ts";
import { relative } from "./unit-relations.ts";

/** A status in any place, as written. */
export interface StatedWord {
  readonly text: string;
  readonly stage: Stage | undefined;
  readonly location: Location;
  readonly isBox: boolean;
}

/** A unit with all that is said of it. */
export interface StatedUnit {
  readonly unit: Unit;
  readonly cells: readonly RecordCell[];
  readonly words: readonly StatedWord[];
}

/** Every status of a unit: its own, and those of the rows about it. */
export function statedAbout(unit: Unit, rows: readonly PlanRecordClaim[], units: Units): StatedWord[] {
  const own = unit.statuses.map(({ text, stage, location, source }): StatedWord => ({
    text,
    stage,
    location,
    isBox: source === "box",
  }));
  const said = rows.flatMap((row): StatedWord[] => {
    const { status } = row.record;
    const read = saidBy(row, units);
    if (read === undefined && status === undefined) return [];
    const { text, location } = read?.status ?? status ?? row.record;
    return [{ text, stage: read?.stage, location, isBox: read?.isBox === true }];
  });
  // The box of an entry is both its status and a row about it.
  const seen = new Set<string>();
  return [...own, ...said].filter(({ text, location: { path, line } }) => {
    const place = `${path}:${line} ${text}`;
    return !seen.has(place) && seen.add(place);
  });
}

/** What is known of the other units. */
export interface FreedomContext {
  readonly units: Units;
  /** Every status of a unit, in any place. */
  readonly statedOf: (unit: Unit) => readonly StatedWord[];
  readonly partsOf: (unit: Unit) => readonly Unit[];
  /** What comes before the unit and has to be done first. */
  readonly earlier: readonly StatedUnit[];
}

/** Why a unit may not be taken, in full sentences. What cannot be known keeps it back. */
export function whyNotFree(stated: StatedUnit, next: NextSource, context: FreedomContext): string[] {
  return [
    ...(next.stages === undefined ? boxes(stated) : statuses(stated.words, next.stages)),
    ...taken(stated, next),
    ...begunParts(stated.unit, context),
    ...dependencies(stated.unit, context),
    ...cellDependencies(stated, next, context),
    ...blocking(context.earlier),
  ];
}

function statuses(words: readonly StatedWord[], free: readonly Stage[]): string[] {
  if (words.length === 0) return ["It states no status."];
  return words
    .filter(({ stage }) => stage === undefined || !free.includes(stage))
    .map(({ text, stage, isBox, location: { path, line } }) => {
      const place = `(${path}:${line})`;
      if (isBox) return stage === "implemented" ? `Its box is ticked ${place}.` : `Its box is “${text}” ${place}.`;
      return stage === undefined ? `Its status “${text}” is not known ${place}.` : `Its status is “${text}” ${place}.`;
    });
}

const untouched: readonly Stage[] = ["planned", "drafted", "approved"];

function boxes({ unit: { tasks }, words }: StatedUnit): string[] {
  const begun = words.filter(({ stage }) => stage === undefined || !untouched.includes(stage));
  if (begun.length > 0) return statuses(begun, untouched);
  if (tasks === undefined) return ["It has no task list, so nothing says whether it is begun."];
  if (tasks.ticked > 0) return [`${tasks.ticked} of its ${tasks.total} boxes are ticked (${tasks.path}).`];
  const marked = tasks.boxes.find(({ state }) => state !== "open");
  if (marked !== undefined) return [`One of its boxes is not merely open (${tasks.path}:${marked.location.line}).`];
  return tasks.open === 0 ? [`No box is left to do (${tasks.path}).`] : [];
}

function taken({ unit, cells }: StatedUnit, { taken: labels = [] }: NextSource): string[] {
  const field = unit.fields.find(({ label }) => labels.includes(label));
  const said = field ?? cells.find((cell) => isUnder(labels, cell));
  return said === undefined ? [] : [`It is taken by “${said.text}” (${said.location.path}:${said.location.line}).`];
}

/** What has a part that is begun is in work, whatever it says itself. */
function begunParts(unit: Unit, { partsOf, statedOf }: FreedomContext): string[] {
  const [begun] = partsOf(unit).filter((part) =>
    statedOf(part).some(({ stage }) => stage === "started" || stage === "partial" || stage === "implemented"),
  );
  return begun === undefined ? [] : [`Its part ${begun.name.text} is “${statedOf(begun)[0]?.text ?? ""}”.`];
}

function dependencies(unit: Unit, context: FreedomContext): string[] {
  return unit.relations
    .filter(({ kind }) => kind === "dependency")
    .flatMap((relation) => unmet(relative(relation, unit, context.units), relation.text, context));
}

function cellDependencies(
  { unit, cells }: StatedUnit,
  { dependencies: labels = [] }: NextSource,
  context: FreedomContext,
): string[] {
  return cells
    .filter((cell) => isUnder(labels, cell))
    .flatMap(({ text, location }) =>
      text
        .split(/[,;&+]|\band\b/)
        .map((part) => part.trim().replace(/^#/, ""))
        .filter((name) => !isNothing(name))
        .flatMap((name) => {
          const reference = { text: name, id: name, number: name, sources: [unit.source] };
          const resolution = context.units.resolve(reference, location.path);
          return unmet(resolution.kind === "found" ? resolution.unit : undefined, name, context);
        }),
    );
}

function unmet(other: Unit | undefined, name: string, { statedOf }: FreedomContext): string[] {
  if (other === undefined) return [`It depends on “${name}”, which cannot be found.`];
  const words = statedOf(other);
  if (words.length > 0 && words.every(({ stage }) => stage === "implemented")) return [];
  const [first] = words;
  return [
    `It depends on “${name}”, ${first === undefined ? "of which nothing says that it is done" : `which is “${first.text}”`}.`,
  ];
}

function blocking(earlier: readonly StatedUnit[]): string[] {
  const before = earlier.find(({ words }) => !isOver(words));
  return before === undefined ? [] : [`“${before.unit.name.text}” comes before it and is not done.`];
}

/** Done, given up or put off. */
function isOver(words: readonly StatedWord[]): boolean {
  return words.some(({ stage }) => stage === "implemented" || stage === "closed" || stage === "waiting");
}

function isUnder(labels: readonly string[], { header, text }: RecordCell): boolean {
  return labels.includes(header.toLowerCase()) && !isNothing(text);
}

function isNothing(text: string): boolean {
  return /^(?:[\s–—-]*|none|n\/a|no|nothing|keine?|なし|无)$/i.test(text);
}
