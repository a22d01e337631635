import type { ReferenceForm } from "../core/layout.ts";
import type { ReaderContext } from "../core/record.ts";
import type { UnitReference } from "../core/unit.ts";
import type { ResolvedReference } from "./cell-references.ts";

/** So many characters may name a unit. */
const longestName = 200;

type Place = ReaderContext & { readonly path: string };

/** The unit that the first words name: in a form of the layout (“3. Title”, “Phase 3: Title”), or by their very name. */
export function formedUnit(words: string, place: Place): ResolvedReference | undefined {
  const text = words.trim().slice(0, longestName);
  const forms = place.layout.references.filter(({ unit }) => kindsOf(place)?.includes(unit) !== false);
  return forms.map((form) => inForm(text, form, place)).find((one) => one !== undefined) ?? byName(text, place);
}

function kindsOf({ source }: Place): readonly string[] | undefined {
  return source.units.length === 0 ? undefined : source.units;
}

function inForm(text: string, { unit, pattern }: ReferenceForm, { units, path }: Place): ResolvedReference | undefined {
  const match = new RegExp(pattern, "u").exec(text);
  if (match?.index !== 0) return undefined;
  const { id, number, slug } = match.groups ?? {};
  const reference: UnitReference = { text: match[0], id, number, slug, sources: [unit] };
  const resolution = units.resolve(reference, path);
  return resolution.kind === "found"
    ? { reference, resolution, by: number === undefined ? "name" : "number" }
    : undefined;
}

/** A word alone is too common for a name. */
function byName(text: string, place: Place): ResolvedReference | undefined {
  const name = /^[^\s:—–]+/.exec(text)?.[0] ?? "";
  if (!/[-_.]/.test(name)) return undefined;
  const reference = { text: name, slug: name, sources: kindsOf(place) };
  const resolution = place.units.resolve(reference, place.path);
  return resolution.kind === "found" ? { reference, resolution, by: "name" } : undefined;
}
