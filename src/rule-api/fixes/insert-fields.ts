import type { Candidate } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";
import type { Edit } from "../../core/finding.ts";
import {
  insertAfterLine,
  lineEnd,
  lineStart,
  prefixOf,
  sourceLines,
  splitLines,
  type SourceLines,
} from "./source-lines.ts";

/** Puts fields (`**Why**: TODO`) into an entry, in the form of those that it has; undefined when it has no form to go by. */
export function insertFields(
  candidate: Candidate,
  fields: readonly string[],
  facts: Facts,
): readonly Edit[] | undefined {
  const source = sourceLines(candidate.extent.path, facts);
  if (source === undefined) return undefined;
  const [first] = candidate.fields;
  // A row has its fields in columns.
  if (candidate.shape === "row") return undefined;
  if (first !== undefined) return beforeField(first.location.offset, fields, source);
  return candidate.shape === "heading"
    ? belowHeading(candidate, fields, source)
    : belowBullet(candidate, fields, source);
}

/** In front of the first field, as bullets or as lines of the same paragraph. */
function beforeField(offset: number, fields: readonly string[], source: SourceLines): readonly Edit[] | undefined {
  const prefix = prefixOf(source, offset);
  if (!/^[ \t]*(?:[-*+][ \t]+)?$/.test(prefix)) return undefined;
  const at = lineStart(source, offset) + (source.text.startsWith("\uFEFF") && lineStart(source, offset) === 0 ? 1 : 0);
  return [
    {
      path: source.path,
      offset: at,
      endOffset: at,
      text: fields.map((field) => prefix + field + source.ending).join(""),
    },
  ];
}

function belowHeading(
  { extent, opening }: Candidate,
  fields: readonly string[],
  source: SourceLines,
): readonly Edit[] | undefined {
  if (source.text.charAt(extent.offset) !== "#" || prefixOf(source, extent.offset).trim() !== "") return undefined;
  const end = lineEnd(source, opening.endOffset);
  const [, next = ""] = splitLines(source.text.slice(end, lineEnd(source, end + source.ending.length)));
  return [
    insertAfterLine(source, end, ["", ...fields.map((field) => `- ${field}`), ...(next.trim() === "" ? [] : [""])]),
  ];
}

function belowBullet(
  { extent, opening }: Candidate,
  fields: readonly string[],
  source: SourceLines,
): readonly Edit[] | undefined {
  const indent = prefixOf(source, extent.offset);
  const marker = /^(?:[-*+]|\d+[.)]) +/.exec(source.text.slice(extent.offset, extent.offset + 16))?.[0];
  if (marker === undefined || indent.trim() !== "" || indent.includes("\t")) return undefined;
  const space = indent + " ".repeat(marker.length);
  return [
    insertAfterLine(
      source,
      opening.endOffset,
      fields.map((field) => `${space}- ${field}`),
    ),
  ];
}
