import type { Snapshot } from "../core/snapshot.ts";
import {
  deltaKinds,
  type Delta,
  type DeltaKind,
  type DeltaRequirement,
  type DeltaSource,
  type Requirement,
  type RequirementScenario,
  type RequirementSource,
} from "../core/requirement.ts";
import { headings, unitFile, type UnitFile, type UnitHeading } from "./unit-file.ts";

/** The requirements of a specification, in order, each with the scenarios below it. */
export function readRequirements(file: UnitFile, source: RequirementSource): Requirement[] {
  return requirementsIn(file, headings(file), source);
}

function requirementsIn(file: UnitFile, own: readonly UnitHeading[], source: RequirementSource): Requirement[] {
  const found: (Requirement & { readonly scenarios: RequirementScenario[] })[] = [];
  for (const heading of own) {
    const name = nameAfter(heading.text, source.headings);
    if (name !== undefined) found.push({ ...quoted(name, heading, file), scenarios: [] });
    const scenario = nameAfter(heading.text, source.scenarios);
    if (scenario !== undefined) found.at(-1)?.scenarios.push(quoted(scenario, heading, file));
  }
  return found;
}

function quoted(text: string, { line }: Pick<UnitHeading, "line">, file: UnitFile) {
  return { text, key: requirementKey(text), location: file.locate(line) };
}

/** "NAME" of "Requirement: NAME". */
function nameAfter(heading: string, words: readonly string[]): string | undefined {
  const at = heading.search(/[:：]/);
  if (at === -1 || !words.includes(heading.slice(0, at).trim().toLowerCase())) return undefined;
  return heading.slice(at + 1).trim() || undefined;
}

function requirementKey(name: string): string {
  return name.replace(/[`*_]/g, "").replace(/\s+/g, " ").trim().toLowerCase();
}

/** What a unit does to the specifications of others: one delta for each file of its directory. */
export function readDeltas(snapshot: Snapshot, path: string, source: RequirementSource): Delta[] {
  const { deltas } = source;
  if (deltas === undefined) return [];
  const directory = `${path}/${deltas.directory}`;
  return snapshot.entries(directory).flatMap(({ name, kind }): Delta[] => {
    const at = `${directory}/${name}/${deltas.file}`;
    const result = kind === "directory" ? snapshot.read(at) : undefined;
    return result?.ok === true
      ? [{ name, path: at, requirements: changesIn(unitFile(at, result.text), source, deltas) }]
      : [];
  });
}

function changesIn(file: UnitFile, source: RequirementSource, deltas: DeltaSource): DeltaRequirement[] {
  const all = headings(file);
  const sections = all.filter((heading) => kindOf(heading, deltas) !== undefined);
  return sections.flatMap((section): DeltaRequirement[] => {
    const kind = kindOf(section, deltas);
    const end = all.find(({ line, level }) => line > section.line && level <= section.level)?.line ?? Infinity;
    if (kind === undefined) return [];
    if (kind === "renamed") return renamesIn(file, [section.line, end], { source, deltas });
    const own = all.filter(({ line }) => line > section.line && line < end);
    return requirementsIn(file, own, source).map((requirement) => ({ ...requirement, kind }));
  });
}

function kindOf({ text }: UnitHeading, { sections }: DeltaSource): DeltaKind | undefined {
  const words = text.replace(/[`*_]/g, "").trim().toLowerCase();
  return deltaKinds.find((kind) => sections[kind].includes(words));
}

/** Pairs of lines "FROM: `### Requirement: Old`" and "TO: `### Requirement: New`". */
function renamesIn(
  file: UnitFile,
  [start, end]: readonly [number, number],
  { source, deltas }: { readonly source: RequirementSource; readonly deltas: DeltaSource },
): DeltaRequirement[] {
  const found: DeltaRequirement[] = [];
  let from: Requirement | undefined;
  for (let line = start + 1; line < Math.min(end, file.lines.length + 1); line += 1) {
    const text = (file.lines[line - 1]?.text ?? "").replace(/[`*_]/g, "").replace(/^[\s>-]+/, "");
    const at = text.search(/[:：]/);
    const label = text.slice(0, at).trim().toLowerCase();
    const name = nameAfter(text.slice(at + 1).replace(/^[\s#]+/, ""), source.headings);
    if (at === -1 || name === undefined) continue;
    if (deltas.from.includes(label)) from = { ...quoted(name, { line }, file), scenarios: [] };
    if (deltas.to.includes(label) && from !== undefined)
      found.push({ ...from, kind: "renamed", to: requirementKey(name) });
  }
  return found;
}
