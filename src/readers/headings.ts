import type { Section } from "../core/document.ts";
import type { PlanRecord, Reader, ReaderContext } from "../core/record.ts";
import { linkedUnits } from "../records/cell-references.ts";
import { recordOf } from "../records/record-of.ts";

type Place = ReaderContext & { readonly path: string };

/** Sections about one unit each: a heading, mostly with a box, `## [ ] Title`, and a first paragraph that links to the unit. */
export const headings: Reader = (document, context) => ({
  records: readSection(document.root, [], { ...context, path: document.path }),
  unread: [],
});

function readSection(section: Section, above: readonly string[], place: Place): PlanRecord[] {
  const sections = section.level > 1 ? [...above, section.heading.plain] : above;
  return [
    ...(section.level > 1 ? recordIn(section, above, place) : []),
    ...section.children.flatMap((child) => readSection(child, sections, place)),
  ];
}

function recordIn({ heading, blocks, location }: Section, sections: readonly string[], place: Place): PlanRecord[] {
  const [first] = blocks;
  if (first?.kind !== "paragraph") return [];
  const { source, units, path } = place;
  const [found] = linkedUnits(first.content, {
    units,
    sources: source.units.length === 0 ? undefined : source.units,
    path,
  });
  if (found === undefined) return [];
  const title = heading.plain.replace(/^\[[^\]]\]\s*/, "");
  return [
    recordOf(found, {
      form: "item",
      title,
      text: found.reference.text,
      location: heading.location,
      quote: heading.plain.slice(0, 160),
      sections,
      status: undefined,
      progress: undefined,
      mark: /^\[([^\]])\]/.exec(heading.plain)?.[1],
      cells: [],
      extent: location,
    }),
  ];
}
