import type { Inline } from "../core/document.ts";
import { entryKey, entrySlug } from "../core/entry-key.ts";
import type { Resolution, UnitReference, Units } from "../core/unit.ts";

/** A reference and what it comes to. */
export interface ResolvedReference {
  readonly reference: UnitReference;
  readonly resolution: Resolution;
  /** `number`: by a number alone, which many things may have. */
  readonly by: "path" | "name" | "number";
}

/** What names a unit in the words of a cell or item: a link, else a name in code or alone, else a number. */
export interface NamingContext {
  readonly units: Units;
  /** Kinds that it may mean. */
  readonly sources: readonly string[] | undefined;
  /** Of the document. */
  readonly path: string;
}

/** The units that an inline links to, in order; also those that are missing where units are kept. */
export function linkedUnits(inline: Inline, { units, sources, path }: NamingContext): ResolvedReference[] {
  return inline.links.flatMap((link): ResolvedReference[] => {
    const reference = { text: link.text.trim() || link.url, path: link.url, sources };
    const resolution = resolveLink(link.url, units, { reference, path });
    const isUnit = resolution.kind === "found" || resolution.kind === "moved" || resolution.kind === "missing";
    return isUnit && fits(resolution, sources) ? [{ reference, resolution, by: "path" }] : [];
  });
}

/** An address on the forge, `https://…/blob/main/docs/x.md`, names a path of this repository when a unit is there. */
function resolveLink(
  url: string,
  units: Units,
  { reference, path }: { readonly reference: UnitReference; readonly path: string },
): Resolution {
  const onForge = /^https?:\/\/[^/]+\/[^/]+\/[^/]+\/(?:-\/)?(?:blob|tree)\/[^/]+\/([^#?]+)/.exec(url)?.[1];
  if (onForge === undefined) return units.resolve(reference, path);
  const resolution = units.resolve({ ...reference, path: `/${onForge}` }, path);
  return resolution.kind === "found" ? resolution : units.resolve(reference, path);
}

function fits(resolution: Resolution, sources: readonly string[] | undefined): boolean {
  return resolution.kind !== "found" || sources === undefined || sources.includes(resolution.unit.source);
}

/** The unit whose very name is written in code, in bold or as the whole of the inline. */
export function namedUnit(inline: Inline, { units, sources, path }: NamingContext): ResolvedReference | undefined {
  const names = [...inline.codes, ...inline.strongs].map(({ text }) => text).concat(inline.plain);
  for (const name of names) {
    const text = name.trim().replace(/\/$/, "");
    if (text === "" || text.length > 200 || /^#?\d+$/.test(text)) continue;
    const reference = { text, slug: text, sources };
    const resolution = units.resolve(reference, path);
    if (resolution.kind === "found") return { reference, resolution, by: "name" };
  }
  return undefined;
}

const numberAlone = /^(?:[A-Za-z]{2,10}[-\s#]*|#)?(\d[\w.-]*)$/;

/** The unit of a number alone: "012", "#12", "ADR-0012". Where several have it, or none, the title decides. */
export function numberedUnit(plain: string, title: string, context: NamingContext): ResolvedReference | undefined {
  const { units, sources, path } = context;
  const text = plain.trim();
  const number = numberAlone.exec(text)?.[1];
  if (number === undefined) return undefined;
  const reference = { text, number, sources };
  const resolution = units.resolve(reference, path);
  if (resolution.kind === "found") return { reference, resolution, by: "number" };
  if (resolution.kind === "several") {
    const titled = resolution.units.filter(
      (unit) => unit.name.slug === entrySlug(title) || isTitled(unit.title, title),
    );
    const [unit] = titled;
    return unit !== undefined && titled.length === 1
      ? { reference, resolution: { kind: "found", unit }, by: "name" }
      : { reference, resolution, by: "number" };
  }
  const bySlug = title === "" ? undefined : units.resolve({ text: title, slug: entrySlug(title), sources }, path);
  return bySlug?.kind === "found"
    ? { reference, resolution: bySlug, by: "name" }
    : { reference, resolution, by: "number" };
}

function isTitled(own: string | undefined, title: string): boolean {
  return own !== undefined && title !== "" && entryKey(own).endsWith(entryKey(title));
}
