import type { Section } from "../core/document.ts";

/** A section and all below it, in document order. */
export function* walkSections(root: Section): Generator<Section> {
  yield root;
  for (const child of root.children) yield* walkSections(child);
}
