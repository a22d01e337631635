import { scalarsAt } from "../core/data.ts";
import type { StatedField } from "../core/unit.ts";
import { readFrontMatter } from "../documents/data/front-data.ts";
import type { UnitFile } from "./unit-file.ts";

/** Fields of the front matter that say something; a list says one thing for each of its items. */
export function readFields(labels: readonly string[], file: UnitFile | undefined): StatedField[] {
  if (file === undefined || labels.length === 0 || file.frontLines === 0) return [];
  const data = readFrontMatter(file.text, file.path);
  return labels.flatMap((label) =>
    scalarsAt(data, label)
      .filter(({ content }) => content.plain !== "" && content.plain !== "null")
      .map(({ content, location }) => ({ label, text: content.plain, location })),
  );
}
