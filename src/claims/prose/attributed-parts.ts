import type { Candidate } from "../../core/claims/claim.ts";
import type { Block, Document, Inline, ListItem, TableRow } from "../../core/document.ts";
import type { Settings } from "../../core/settings.ts";
import { walkSections } from "../../documents/walk-sections.ts";
import { inlinesOf } from "../queue/entry-fields.ts";

/** An inline of a document with where it stands. */
export interface AttributedInline {
  readonly inline: Inline;
  /** The heading that it stands under, or that it is. */
  readonly heading: Inline;
  /** The innermost entry whose extent holds it. */
  readonly entry: Candidate | undefined;
}

/** The inlines of a heading, a paragraph, a bullet with all below it, or a row. */
export interface AttributedPart {
  readonly part: Part;
  readonly heading: Inline;
  /** The entry of its first inline. */
  readonly entry: Candidate | undefined;
  readonly inlines: readonly AttributedInline[];
}

type Part = Inline | ListItem | TableRow;

/** The parts of each document as they were last. */
const lastAttributed = new WeakMap<Settings, Map<string, readonly AttributedPart[]>>();

/** Every inline of a document in order, part by part. A part in which nothing has changed or even moved since the last version of the document is the very same object. */
export function attributedParts(
  document: Document,
  candidates: readonly Candidate[],
  settings: Settings,
): readonly AttributedPart[] {
  const documents = lastAttributed.get(settings) ?? new Map<string, readonly AttributedPart[]>();
  const before = documents.get(document.path);
  const entryAt = entriesInOrder(candidates);
  const attributed: AttributedPart[] = [];
  const place = (part: Part, heading: Inline): void => {
    const known = before?.[attributed.length];
    const entry = entryAt(offsetOf(part));
    attributed.push(
      known !== undefined && known.part === part && known.heading === heading && known.entry === entry
        ? known
        : {
            part,
            heading,
            entry,
            inlines: inlinesIn(part).map((inline) => ({ inline, heading, entry: entryAt(inline.location.offset) })),
          },
    );
  };
  for (const { level, heading, blocks } of walkSections(document.root)) {
    if (level > 0) place(heading, heading);
    blocks.forEach((block) => partsOf(block).forEach((part) => place(part, heading)));
  }
  lastAttributed.set(settings, documents.set(document.path, attributed));
  return attributed;
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

function partsOf(block: Block): readonly Part[] {
  if (block.kind === "paragraph") return [block.content];
  if (block.kind === "list") return block.items;
  return block.kind === "table" ? (block.header as readonly Part[]).concat(block.rows) : [];
}

function inlinesIn(part: Part): readonly Inline[] {
  if ("cells" in part) return part.cells;
  return "kind" in part ? [part.content, ...inlinesOf(part.blocks)] : [part];
}

function offsetOf(part: Part): number {
  return "kind" in part ? part.content.location.offset : part.location.offset;
}
