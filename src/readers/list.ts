import type { List, ListItem } from "../core/document.ts";
import type { Quotation } from "../core/quotation.ts";
import type { PlanRecord, Reader } from "../core/record.ts";
import { blocksBySection } from "../records/blocks-by-section.ts";
import { linkedUnits, namedUnit, type NamingContext, type ResolvedReference } from "../records/cell-references.ts";
import { partOf, progressIn } from "../records/record-fields.ts";
import { recordOf } from "../records/record-of.ts";

/** Lists whose items are about units, one each: an item begins with the link or the name of its unit. */
export const list: Reader = (document, { source, units }) => {
  const naming = { units, sources: source.units.length === 0 ? undefined : source.units, path: document.path };
  const records = blocksBySection(document.root).flatMap(({ block, sections }) =>
    block.kind === "list" ? readList(block, sections, naming) : [],
  );
  return { records, unread: [] };
};

function readList(list: List, sections: readonly string[], naming: NamingContext): PlanRecord[] {
  const found = list.items.map((item) => ({ item, reference: referenceOf(item, naming) }));
  const hits = found.filter(({ reference }) => reference !== undefined).length;
  const own = hits * 2 >= list.items.length ? found : [];
  return [
    ...own.flatMap(({ item, reference }) => (reference === undefined ? [] : [toRecord(item, reference, sections)])),
    ...list.items.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "list" ? readList(block, sections, naming) : [])),
    ),
  ];
}

/** So many characters may come before the link: a bullet that mentions a unit later is about something else. */
const longestLead = 25;

function referenceOf({ content }: ListItem, naming: NamingContext): ResolvedReference | undefined {
  const [first] = content.links;
  const leads = first !== undefined && first.location.offset - content.location.offset <= longestLead;
  const [linked] = leads ? linkedUnits({ ...content, links: [first] }, naming) : [];
  if (linked !== undefined) return linked;
  const lead = [...content.codes, ...content.strongs].find(
    ({ location }) => location.offset - content.location.offset <= 2,
  );
  return lead === undefined ? undefined : namedUnit({ ...content, codes: [lead], strongs: [], plain: "" }, naming);
}

function toRecord(item: ListItem, found: ResolvedReference, sections: readonly string[]): PlanRecord {
  const { content } = item;
  return recordOf(found, {
    form: "item",
    title: found.reference.text,
    text: found.reference.text,
    location: content.location,
    quote: content.plain.slice(0, 160),
    sections,
    status: statusOf(item),
    progress: progressIn(content),
    mark: item.mark,
    cells: [],
    extent: item.location,
  });
}

/** Words in parentheses or brackets at the end of the first line: "(Draft)", "— *Superseded*". */
function statusOf({ content }: ListItem): Quotation | undefined {
  const line = (content.text.split("\n", 1)[0] ?? "").trimEnd();
  const match = /[([]([^()[\]]{2,60})[)\]]\.?$/.exec(line) ?? /\s[—–-]\s[*_`]{1,2}([^*_`]{2,40})[*_`]{1,2}$/.exec(line);
  if (match?.[1] === undefined || line.charAt(match.index - 1) === "]") return undefined;
  return partOf(content, match.index + match[0].indexOf(match[1]), match[1].length);
}
