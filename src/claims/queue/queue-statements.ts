import type { BoundaryClaim, Claim } from "../../core/claims/claim.ts";
import type { Inline, Section } from "../../core/document.ts";
import type { Settings } from "../../core/settings.ts";
import { isPlaceholder } from "../../core/placeholder.ts";
import { lazily } from "../../core/lazily.ts";
import { boundaryReader, type BoundarySense } from "./boundary-reader.ts";
import { fullness } from "./queue-fullness.ts";
import { fieldsOfInline, inlinesOf } from "./entry-fields.ts";
import type { QueueSection } from "./queue-sections.ts";

/** What the sections of the queue say about themselves: the manual boundary, and how full the active queue is. */
export function queueStatements(sections: readonly QueueSection[], settings: Settings): Claim[] {
  const readBoundary = lazily(() => boundaryReader(settings));
  return sections.flatMap(({ section, role }): Claim[] => {
    if (role === "manual") return boundaries(section, settings, readBoundary());
    return role === "active" ? fullness(section, settings) : [];
  });
}

/** The inlines of a section before its first sub-heading. */
function ownInlines(section: Section): Inline[] {
  return inlinesOf(section.blocks);
}

/** A field named boundary is the boundary whatever it says; `text` then shows the rule what was said. */
function boundaries(section: Section, settings: Settings, sense: (text: string) => BoundarySense): BoundaryClaim[] {
  const title = section.heading.plain;
  const claim = (inline: Inline, said: BoundaryClaim["sense"]): BoundaryClaim => ({
    kind: "boundary",
    document: "queue",
    identity: "boundary",
    text: inline.plain,
    location: inline.location,
    section: title,
    sense: said,
  });
  const paragraphs = section.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.content] : []));
  for (const inline of paragraphs) {
    const field = fieldsOfInline(inline, settings).find((one) => one.names.includes("boundary"));
    if (field !== undefined) return [claim(inline, isPlaceholder(field.value.plain) ? "open" : sense(inline.plain))];
  }
  const spoken = [section.heading, ...ownInlines(section)].find((inline) => sense(inline.plain) === "forbids");
  return spoken === undefined ? [] : [claim(spoken, "forbids")];
}
