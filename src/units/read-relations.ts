import type { RelationSource } from "../core/layout.ts";
import { scalarsAt } from "../core/data.ts";
import { startOf } from "../core/location.ts";
import type { StatedRelation, UnitName } from "../core/unit.ts";
import { readFrontMatter } from "../documents/data/front-data.ts";
import { readNamed } from "./read-named.ts";
import type { UnitFile } from "./unit-file.ts";

/** The units that a unit names in its front matter, or by its own name. */
export function readRelations(
  sources: readonly RelationSource[],
  name: UnitName,
  file: UnitFile | undefined,
): StatedRelation[] {
  if (file === undefined || sources.length === 0) return [];
  const front = file.lines.slice(0, file.frontLines);
  return sources.flatMap((source): StatedRelation[] => {
    const { kind, unit, id, labels = [] } = source;
    if (source.pattern !== undefined) return readNamed(source, source.pattern, file);
    if (id !== undefined) return [{ kind, unit, id: namedBy(id, name), text: name.text, location: startOf(file.path) }];
    // Reading YAML costs more than looking whether there is anything to read.
    const isSaid = front.some(
      ({ text }, index) =>
        labels.some((label) => text.startsWith(`${label}:`)) && namesSomething(text, front[index + 1]?.text),
    );
    if (!isSaid) return [];
    const data = readFrontMatter(file.text, file.path);
    return labels
      .flatMap((label) => scalarsAt(data, label))
      .filter(({ content }) => content.plain !== "" && content.plain !== "null")
      .map(({ content, location }) => ({ kind, unit, id: content.plain, text: content.plain, location }));
  });
}

/** "epic-{number}" with the parts of a name. */
export function namedBy(template: string, name: UnitName): string {
  return template.replace(/\{(\w+)\}/g, (_all, part: string) => name[part as keyof UnitName] ?? "");
}

/** Whether the value of a key is more than nothing: `[A-1]`, or a list in the lines below. */
function namesSomething(line: string, next = ""): boolean {
  const value = line.slice(line.indexOf(":") + 1).replace(/[\s[\]]/g, "");
  return (value !== "" && value !== "null" && value !== "~") || /^\s*-\s/.test(next);
}
