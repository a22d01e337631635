import type { Candidate } from "../../core/claims/claim.ts";
import type { Fix } from "../../core/finding.ts";
import type { FixInput } from "./append-promoted.ts";
import { isMovable } from "./promote-entry.ts";
import { isBlank, lineEnd, lineStart, prefixOf, removeLines, sourceLines, type SourceLines } from "./source-lines.ts";

/** Moves an entry as it is before another one of its group; undefined when the two have not the same form. */
export function moveEntryBefore(candidate: Candidate, other: Candidate, input: FixInput): Fix | undefined {
  const source = sourceLines(candidate.extent.path, input.facts);
  const together = candidate.section === other.section && candidate.group === other.group;
  if (source === undefined || !together || !isMovable(candidate, input) || !haveSameForm(candidate, other, source))
    return undefined;
  const at = lineStart(source, other.extent.offset);
  const first = at === 0 && source.text.startsWith("\uFEFF") ? 1 : at;
  const start = lineStart(source, candidate.extent.offset);
  const lines = source.text.slice(start, lineEnd(source, candidate.extent.endOffset)).trimEnd();
  const spaced = candidate.shape === "heading" || isBlank(source, start - 1);
  const edit = {
    path: source.path,
    offset: first,
    endOffset: first,
    text: lines + source.ending + (spaced ? source.ending : ""),
  };
  return {
    kind: "suggest",
    description: `Move “${candidate.title}” up, in front of “${other.title}”.`,
    edits: [edit, removeLines(source, candidate.extent)],
  };
}

/** Whether both are bullets, or headings of one level, that are alike indented. */
function haveSameForm(candidate: Candidate, other: Candidate, source: SourceLines): boolean {
  const form = ({ shape, extent }: Candidate): string =>
    shape === "heading" ? (/^#*/.exec(source.text.slice(extent.offset, extent.offset + 6))?.[0] ?? "") : "-";
  const prefix = prefixOf(source, candidate.extent.offset);
  return (
    form(candidate) !== "" &&
    form(candidate) === form(other) &&
    prefix === prefixOf(source, other.extent.offset) &&
    prefix.trim() === ""
  );
}
