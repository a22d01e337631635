import type { Candidate, Horizon } from "../../core/claims/claim.ts";
import type { Block, Document, Inline, ListItem, Section, TableRow } from "../../core/document.ts";
import { walkSections } from "../../documents/walk-sections.ts";
import { horizonOf } from "../progress/horizon.ts";
import { inlinesOf } from "../queue/entry-fields.ts";

/** A heading, a paragraph, a bullet with all below it, or a row. */
export type Part = Inline | ListItem | TableRow;

/** An inline of a document with where it is. */
export interface AttributedInline {
  readonly inline: Inline;
  /** The heading that it is under, or that it is. */
  readonly heading: Inline;
  /** The innermost entry whose extent holds it. */
  readonly entry: Candidate | undefined;
  /** What holds it. */
  readonly part: Part;
  /** That of its section, or of the nearest one above that has one. */
  readonly horizon: Horizon | undefined;
  /** The paragraph with a colon at its end that introduces the part. */
  readonly lead: Inline | undefined;
  /** The header cell of its column. */
  readonly header: Inline | undefined;
}

/** Every inline of a document in order. */
export function attributedInlines(document: Document, candidates: readonly Candidate[]): AttributedInline[] {
  const entryAt = entriesInOrder(candidates);
  const horizonIn = horizonsInOrder();
  const placed: AttributedInline[] = [];
  for (const section of walkSections(document.root)) {
    const { level, heading, blocks } = section;
    const around = { heading, horizon: horizonIn(section), lead: undefined, header: undefined };
    if (level > 0) placed.push({ ...around, inline: heading, part: heading, entry: entryAt(heading.location.offset) });
    blocks.forEach((block, index) => {
      const lead = leadOf(blocks[index - 1]);
      for (const [part, inline, header] of partsOf(block))
        placed.push({ ...around, inline, part, lead, header, entry: entryAt(inline.location.offset) });
    });
  }
  return placed;
}

/** The inlines of a block, each with the part that holds it and the header cell of its column. */
function partsOf(block: Block): (readonly [Part, Inline, (Inline | undefined)?])[] {
  if (block.kind === "paragraph") return [[block.content, block.content]];
  if (block.kind === "list")
    return block.items.flatMap((item) =>
      [item.content, ...inlinesOf(item.blocks)].map((inline) => [item, inline] as const),
    );
  if (block.kind !== "table") return [];
  return [
    ...block.header.map((cell) => [cell, cell] as const),
    ...block.rows.flatMap((row) => row.cells.map((cell, index) => [row, cell, block.header[index]] as const)),
  ];
}

function leadOf(block: Block | undefined): Inline | undefined {
  return block?.kind === "paragraph" && endsInColon(block.content) ? block.content : undefined;
}

export function endsInColon({ plain }: Inline): boolean {
  return /[:：]\s*$/.test(plain);
}

/** The horizon of one section after the other. */
function horizonsInOrder(): (section: Section) => Horizon | undefined {
  const open: { readonly level: number; readonly horizon: Horizon | undefined }[] = [];
  return ({ level, heading }) => {
    while ((open.at(-1)?.level ?? -1) >= level) open.pop();
    const horizon = horizonOf(heading.plain) ?? open.at(-1)?.horizon;
    open.push({ level, horizon });
    return horizon;
  };
}

/** A look-up of the entry that holds an offset. Offsets must be asked for in their order. */
function entriesInOrder(candidates: readonly Candidate[]): (offset: number) => Candidate | undefined {
  let next = 0;
  return (offset) => {
    while ((candidates[next]?.extent.endOffset ?? Infinity) <= offset) next += 1;
    const candidate = candidates[next];
    return candidate !== undefined && candidate.extent.offset <= offset ? candidate : undefined;
  };
}
