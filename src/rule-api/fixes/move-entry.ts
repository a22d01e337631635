import type { Candidate } from "../../core/claims/claim.ts";
import type { Fix } from "../../core/finding.ts";
import type { FixInput } from "./append-promoted.ts";
import { isMovable } from "./promote-entry.ts";
import { isBlank, lineEnd, lineStart, prefixOf, removeLines, sourceLines } from "./source-lines.ts";

/** Moves an entry as it stands in front of another one of its group; undefined when the two have not the same form. */
export function moveEntryBefore(candidate: Candidate, other: Candidate, input: FixInput): Fix | undefined {
  const source = sourceLines(candidate.extent.path, input.facts);
  if (
    source === undefined ||
    candidate.section !== other.section ||
    candidate.group !== other.group ||
    !isMovable(candidate, input)
  )
    return undefined;
  const form = (one: Candidate): string =>
    one.shape === "heading"
      ? (/^#*/.exec(source.text.slice(one.extent.offset, one.extent.offset + 6))?.[0] ?? "")
      : "-";
  const prefix = prefixOf(source, candidate.extent.offset);
  if (
    form(candidate) === "" ||
    form(candidate) !== form(other) ||
    prefix !== prefixOf(source, other.extent.offset) ||
    prefix.trim() !== ""
  )
    return undefined;
  const at = lineStart(source, other.extent.offset);
  const first = at === 0 && source.text.startsWith("\uFEFF") ? 1 : at;
  const lines = source.text
    .slice(lineStart(source, candidate.extent.offset), lineEnd(source, candidate.extent.endOffset))
    .trimEnd();
  const spaced = candidate.shape === "heading" || isBlank(source, lineStart(source, candidate.extent.offset) - 1);
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
