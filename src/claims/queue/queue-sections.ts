import type { SectionRole } from "../../core/claims/claim.ts";
import type { Block, Document, Section } from "../../core/document.ts";
import type { Settings } from "../../core/settings.ts";
import { sectionRole } from "../../core/section-role.ts";

/** A section of the queue with its role; undefined when no alias fits its heading. */
export interface QueueSection {
  readonly section: Section;
  readonly role: SectionRole | undefined;
}

/**
 * The sections of the queue: the second-level headings, or the first- or third-level ones when no second-level
 * heading has a role that holds entries and one of those has.
 */
export function queueSections(document: Document, settings: Settings): readonly QueueSection[] {
  const usual = atLevel(document.root, 2, settings);
  if (holdsEntries(usual)) return usual;
  return [1, 3].map((level) => atLevel(document.root, level, settings)).find(holdsEntries) ?? usual;
}

function holdsEntries(found: readonly QueueSection[]): boolean {
  return found.some(({ role }) => role !== undefined && role !== "prose");
}

function atLevel(section: Section, level: number, settings: Settings): QueueSection[] {
  return section.children.flatMap((child) => {
    if (child.level < level) return atLevel(child, level, settings);
    return child.level === level ? [{ section: child, role: sectionRole(child.heading.plain, settings) }] : [];
  });
}

/** The number of bullets under a section that are not under another bullet. */
export function bulletCount(section: Section): number {
  const own = section.blocks.reduce(
    (sum: number, block: Block) => sum + (block.kind === "list" ? block.items.length : 0),
    0,
  );
  return section.children.reduce((sum, child) => sum + bulletCount(child), own);
}
