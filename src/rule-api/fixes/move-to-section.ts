import type { Candidate, SectionClaim } from "../../core/claims/claim.ts";
import type { EntryRole } from "../../core/entry-role.ts";
import type { Fix } from "../../core/finding.ts";
import type { FixInput } from "./append-promoted.ts";
import { isMovable } from "./promote-entry.ts";
import { insertAfterLine, lineEnd, lineStart, prefixOf, removeLines, sourceLines } from "./source-lines.ts";

/**
 * Moves an entry as it is to the end of the one section of a role. Undefined when there is no such section or more than one, or when the entries there have
 * another form.
 */
export function moveToSection(candidate: Candidate, role: EntryRole, input: FixInput): Fix | undefined {
  const section = onlySection(role, input);
  const source = sourceLines(candidate.extent.path, input.facts);
  if (section === undefined || source === undefined || section.location.path !== source.path) return undefined;
  if (!isMovable(candidate, input) || prefixOf(source, candidate.extent.offset) !== "") return undefined;
  const start = lineStart(source, candidate.extent.offset);
  const lines = source.text.slice(start, lineEnd(source, candidate.extent.endOffset)).trimEnd().split(source.ending);
  const gap = gapBefore(lines[0] ?? "", candidate, section, input);
  if (gap === undefined) return undefined;
  return {
    kind: "suggest",
    description: `Move “${candidate.title}” to “${section.title}”.`,
    edits: [
      removeLines(source, candidate.extent),
      insertAfterLine(source, section.extent.endOffset, [...gap, ...lines]),
    ],
  };
}

function onlySection(role: EntryRole, { claims }: FixInput): SectionClaim | undefined {
  const [section, ...others] = claims.of("section").filter((one) => one.role === role);
  return others.length > 0 ? undefined : section;
}

/** The blank line before the entry; undefined where it would not be read as an entry of the section. */
function gapBefore(
  ...[line, { shape }, section, { claims }]: [string, Candidate, SectionClaim, FixInput]
): readonly string[] | undefined {
  const isHeading = shape === "heading";
  const present = claims.of("candidate").filter((one) => one.section === section.title);
  if (present.some((one) => (one.shape === "heading") !== isHeading)) return undefined;
  const level = /^#*/.exec(line)?.[0].length ?? 0;
  if (isHeading && level <= section.level) return undefined;
  return isHeading || present.length === 0 ? [""] : [];
}
