import type { Candidate, Field } from "../../core/claims/claim.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Edit, Fix } from "../../core/finding.ts";
import { appendNotes } from "./append-promoted.ts";
import { entryNotes } from "../queries/entry-notes.ts";
import { insertFields } from "./insert-fields.ts";
import type { RestoreInput } from "./restore-entry.ts";
import {
  insertAfterLine,
  isBlank,
  lineEnd,
  sourceLines,
  splitLines,
  textAt,
  type SourceLines,
} from "./source-lines.ts";

/** Puts a field of the base back into the entry that has lost it; undefined when it holds more than words. */
export function restoreField(after: Candidate, field: Field, { claims, facts, base }: RestoreInput): Fix | undefined {
  const old = sourceLines(field.location.path, base.model.facts);
  if (
    old === undefined ||
    field.items.length > 0 ||
    claims.of("malformed").some((one) => one.location.path === after.extent.path)
  )
    return undefined;
  const text = splitLines(textAt(old, field.location))
    .map((line) => line.trim())
    .join(" ")
    .trim();
  const edits = insertFields(after, [text], facts);
  return (
    edits && {
      kind: "suggest",
      description: `Put “${field.label}” of “${after.title}” back as ${base.name} had it.`,
      edits,
    }
  );
}

/** An entry that has lost what it said, but for fields that may go. */
export interface LostNotes {
  readonly before: Candidate;
  readonly after: Candidate;
  readonly spent: (field: Field) => boolean;
}

/** Puts the lines that an entry has lost back below it; undefined when they cannot be moved as they are. */
export function restoreNotes(
  { before, after, spent }: LostNotes,
  { claims, facts, base }: RestoreInput,
): Fix | undefined {
  const [old, source] = [sourceLines(before.extent.path, base.model.facts), sourceLines(after.extent.path, facts)];
  if (
    old === undefined ||
    source === undefined ||
    claims.of("malformed").some((one) => one.location.path === source.path)
  )
    return undefined;
  const kept = new Set(splitLines(textAt(source, after.extent)).map(entryKey));
  const lines = withoutFields(entryNotes(before, old)?.lines ?? [], before.fields.filter(spent)).filter(
    (line) => line.trim() === "" || !kept.has(entryKey(line)),
  );
  if (lines.every((line) => line.trim() === "") || lines.some((line) => /^\s*(?:```|~~~|#)/.test(line)))
    return undefined;
  const edits = after.shape === "heading" ? belowHeading(after, lines, source) : appendNotes(after, lines, source);
  return (
    edits && {
      kind: "suggest",
      description: `Put what ${base.name} said about “${before.title}” back below it.`,
      edits,
    }
  );
}

/** Drops bullets that hold one of the fields, with what is below them. */
function withoutFields(lines: readonly string[], fields: readonly Field[]): string[] {
  const keys = new Set(fields.map(({ key }) => key));
  let below = -1;
  return lines.filter((line) => {
    const indent = line.search(/\S/);
    if (indent === -1 || (below !== -1 && indent > below)) return below === -1;
    const [, label = ""] = /^\s*[-*+]\s+\**([^:*]+)/.exec(line) ?? [];
    below = keys.has(label.toLowerCase().trim()) ? indent : -1;
    return below === -1;
  });
}

/** After the last line of the entry, apart from what is before and after. */
function belowHeading(
  { extent }: Candidate,
  lines: readonly string[],
  source: SourceLines,
): readonly Edit[] | undefined {
  if (source.text.charAt(extent.offset) !== "#") return undefined;
  const end = extent.offset + textAt(source, extent).trimEnd().length;
  const next = lineEnd(source, end) + source.ending.length;
  const apart = next < source.text.length && !isBlank(source, next) ? [""] : [];
  return [insertAfterLine(source, end, ["", ...lines.slice(lines.findIndex((line) => line.trim() !== "")), ...apart])];
}
