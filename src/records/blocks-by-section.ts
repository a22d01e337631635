import type { Block, Section } from "../core/document.ts";

export interface PlacedBlock {
  readonly block: Block;
  /** The headings above it, outermost first, without the document's title. */
  readonly sections: readonly string[];
}

/** Every block of a document that is not inside another one, in order. */
export function blocksBySection(section: Section, above: readonly string[] = []): PlacedBlock[] {
  const sections = section.level > 1 ? [...above, section.heading.plain] : above;
  return [
    ...section.blocks.map((block) => ({ block, sections })),
    ...section.children.flatMap((child) => blocksBySection(child, sections)),
  ];
}
