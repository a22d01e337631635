import type { ReaderContext } from "../core/record.ts";
import type { UnitReference } from "../core/unit.ts";
import type { ResolvedReference } from "./cell-references.ts";

/** So many characters may name a unit. */
const longestName = 200;

/** The unit that the first words name: in a form of the layout (“3. Title”, “Phase 3: Title”), or by their very name. */
export function formedUnit(
  words: string,
  { layout, source, units, path }: ReaderContext & { readonly path: string },
): ResolvedReference | undefined {
  const text = words.trim().slice(0, longestName);
  for (const { unit, pattern } of layout.references) {
    if (source.units.length > 0 && !source.units.includes(unit)) continue;
    const match = new RegExp(pattern, "u").exec(text);
    if (match?.index !== 0) continue;
    const { id, number, slug } = match.groups ?? {};
    const reference: UnitReference = { text: match[0], id, number, slug, sources: [unit] };
    const resolution = units.resolve(reference, path);
    if (resolution.kind === "found") return { reference, resolution, by: number === undefined ? "name" : "number" };
  }
  const name = /^[^\s:—–]+/.exec(text)?.[0] ?? "";
  if (!/[-_.]/.test(name)) return undefined;
  const reference = { text: name, slug: name, sources: source.units.length === 0 ? undefined : source.units };
  const resolution = units.resolve(reference, path);
  return resolution.kind === "found" ? { reference, resolution, by: "name" } : undefined;
}
