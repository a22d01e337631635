import type { Candidate, Horizon } from "../../core/claims/claim.ts";
import type { Block, Document, Inline, ListItem, Section, TableRow } from "../../core/document.ts";
import { stageOf, type Stage } from "../../core/statuses.ts";
import type { Settings } from "../../core/settings.ts";
import { horizonOf } from "../progress/horizon.ts";

/** The inlines of a heading, a paragraph, a bullet with all below it, or a row are one part. */
export type Part = Inline | ListItem | TableRow;

/** What a reader of a part has read before it. */
export interface PartContext {
  /** The words that lead up to each of its inlines by index, the headings above and the other cells of a row included: "The following will be created:". */
  readonly above: readonly (readonly string[])[];
  /** Whether it is about work that is still to come, so that the paths of its prose need not be there. */
  readonly isAhead: boolean;
}

/** Stages at which what is talked about need not be there: not yet, or not any more. */
const openStages: ReadonlySet<Stage> = new Set(["planned", "drafted", "approved", "started", "closed"]);

/** So many characters of another cell are looked at. */
const mostWords = 120;

/** The horizon of each section of a document, that of the section above where it has none of its own. */
export function horizonsOf(sections: Iterable<Section>): (section: Section) => Horizon | undefined {
  const horizons = new Map<Section, Horizon | undefined>();
  const open: { level: number; horizon: Horizon | undefined }[] = [];
  for (const section of sections) {
    while ((open.at(-1)?.level ?? -1) >= section.level) open.pop();
    const horizon = horizonOf(section.heading.plain) ?? open.at(-1)?.horizon;
    open.push({ level: section.level, horizon });
    horizons.set(section, horizon);
  }
  return (section) => horizons.get(section);
}

/** The paragraph that introduces the block after it, by a colon at its end. */
export function leadOf(block: Block | undefined): Inline | undefined {
  return block?.kind === "paragraph" && /[:：]\s*$/.test(block.content.plain) ? block.content : undefined;
}

/** What stands above one part: its section, the paragraph that introduces it, the header of its table, and the entry that holds it. */
export interface PartPlace {
  /** The inlines of the part. */
  readonly inlines: readonly Inline[];
  readonly document: Document;
  readonly section: Section;
  readonly horizon: Horizon | undefined;
  readonly lead: Inline | undefined;
  readonly header: readonly Inline[];
  readonly entry: Candidate | undefined;
}

export function contextOf(part: Part, place: PartPlace, settings: Settings): PartContext {
  const { inlines, section, lead, header } = place;
  const common = [section.heading.plain, ...(lead === undefined ? [] : [lead.plain])];
  const above = inlines.map((inline, index) => {
    if (inline === section.heading) return [];
    if ("cells" in part) {
      const others = part.cells.filter((cell) => cell !== inline).map((cell) => cell.plain.slice(0, mostWords));
      return [...common, ...(header[index] === undefined ? [] : [header[index].plain]), ...others];
    }
    const isBelow = index > 0 && "kind" in part && /[:：]\s*$/.test(part.content.plain);
    return isBelow ? [...common, part.content.plain] : common;
  });
  return { above, isAhead: isAhead(part, place, settings) };
}

function isAhead(part: Part, { document, horizon, entry }: PartPlace, settings: Settings): boolean {
  if (entry !== undefined) return entry.role === "deferred" || isOpen(statusOf(entry), settings);
  if ("cells" in part) return part.cells.some((cell) => isOpen(cell.plain, settings));
  if (document.role !== "roadmap" || !("kind" in part)) return false;
  // An item of a roadmap is work to come unless it says otherwise, or is in a list of what is done or in hand.
  return (
    part.mark?.toLowerCase() !== "x" && horizon !== "now" && horizon !== "done" && !/[✅✔☑]/u.test(part.content.plain)
  );
}

function isOpen(status: string, { statuses }: Settings): boolean {
  const stage = status.length > 60 ? undefined : stageOf(status, statuses);
  return stage !== undefined && openStages.has(stage);
}

function statusOf({ fields }: Candidate): string {
  return fields.find(({ names }) => names.includes("status"))?.value.plain ?? "";
}
