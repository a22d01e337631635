import type { List, ListItem } from "../core/document.ts";
import type { PlanRecord, Reader, ReaderContext } from "../core/record.ts";
import { blocksBySection } from "../records/blocks-by-section.ts";
import { linkedUnits, type ResolvedReference } from "../records/cell-references.ts";
import { formedUnit } from "../records/formed-unit.ts";
import { progressIn } from "../records/record-fields.ts";
import { recordOf } from "../records/record-of.ts";

type Place = ReaderContext & { readonly path: string };

/** Boxes that begin with the name of a unit, `- [ ] 03-01-PLAN.md — text`, or say where it is: `- [x] **Title** Link: [x](./x/)`. */
export const checklist: Reader = (document, context) => ({
  records: blocksBySection(document.root).flatMap(({ block, sections }) =>
    block.kind === "list" ? readList(block, sections, { ...context, path: document.path }) : [],
  ),
  unread: [],
});

function readList(list: List, sections: readonly string[], place: Place): PlanRecord[] {
  return list.items.flatMap((item) => [
    ...readItem(item, sections, place),
    ...item.blocks.flatMap((block) => (block.kind === "list" ? readList(block, sections, place) : [])),
  ]);
}

function readItem(item: ListItem, sections: readonly string[], place: Place): PlanRecord[] {
  const { content, mark } = item;
  const found = mark === undefined ? undefined : (announced(item, place) ?? formedUnit(content.plain, place));
  if (found === undefined) return [];
  return [
    recordOf(found, {
      form: "item",
      title: found.by === "path" ? (content.strongs[0]?.text ?? found.reference.text) : found.reference.text,
      text: found.reference.text,
      location: content.location,
      quote: content.plain.slice(0, 160),
      sections,
      status: undefined,
      progress: found.by === "path" ? undefined : progressIn(content),
      mark,
      cells: [],
      extent: item.location,
    }),
  ];
}

/** The link after “Link:”. */
function announced({ content }: ListItem, { units, source, path }: Place): ResolvedReference | undefined {
  const link = content.links.find(({ location }) =>
    /\blink:[*_\s]*$/i.test(content.text.slice(0, location.offset - content.location.offset)),
  );
  const sources = source.units.length === 0 ? undefined : source.units;
  return link === undefined ? undefined : linkedUnits({ ...content, links: [link] }, { units, sources, path })[0];
}
