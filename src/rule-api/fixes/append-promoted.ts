import type { Candidate, Claims, SectionClaim } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";
import type { Edit } from "../../core/finding.ts";
import {
  insertAfterLine,
  isBlank,
  lineEnd,
  prefixOf,
  sourceLines,
  splitLines,
  type SourceLines,
} from "./source-lines.ts";

/** All that a fix is built from. */
export interface FixInput {
  readonly claims: Claims;
  readonly facts: Facts;
}

/**
 * Appends a bullet to the one promoted section: its title line, and notes that are below it. Undefined when there is no
 * such section or more than one, when its entries are headings, or when the document does not mean what it seems to.
 */
export function appendPromoted(
  line: string,
  notes: readonly string[],
  { claims, facts }: FixInput,
): readonly [Edit] | undefined {
  const [section, ...others] = claims.of("section").filter((one) => one.role === "promoted");
  if (
    section === undefined ||
    others.length > 0 ||
    claims.of("malformed").some((one) => one.location.path === section.location.path)
  )
    return undefined;
  const source = sourceLines(section.location.path, facts);
  const entries = claims.of("candidate").filter((one) => one.role === "promoted");
  if (source === undefined || entries.some((one) => one.shape === "heading")) return undefined;
  const last = entries.at(-1);
  if (last === undefined) return [afterSection(section, bullet(line, notes, ["", "-"]), source)];
  const style = bulletStyle(last, source);
  if (style === undefined) return undefined;
  const gap = isSpaced(entries, source) ? [""] : [];
  return [insertAfterLine(source, last.extent.endOffset, [...gap, ...bullet(line, notes, style)])];
}

/** Puts notes below an entry that is a bullet; undefined when it is none. */
export function appendNotes(
  entry: Candidate,
  notes: readonly string[],
  source: SourceLines,
): readonly [Edit] | undefined {
  const style = entry.shape === "heading" ? undefined : bulletStyle(entry, source);
  if (style === undefined) return undefined;
  // As far in as the words of this bullet, not of the next one.
  const own = /^\S+/.exec(source.text.slice(entry.extent.offset, entry.extent.offset + 12))?.[0] ?? "";
  return [insertAfterLine(source, entry.extent.endOffset, indented(notes, [style[0], own]))];
}

type BulletStyle = readonly [indent: string, marker: string];

/** Indentation and marker of an entry's bullet. In an ordered list the next number. */
function bulletStyle({ extent }: Candidate, source: SourceLines): BulletStyle | undefined {
  const indent = prefixOf(source, extent.offset);
  const [, sign, number, dot] =
    /^(?:([-*+])|(\d{1,8})([.)])) /.exec(source.text.slice(extent.offset, extent.offset + 12)) ?? [];
  const marker = sign ?? (number === undefined ? undefined : `${Number(number) + 1}${dot ?? "."}`);
  return marker === undefined || !/^ {0,12}$/.test(indent) ? undefined : [indent, marker];
}

function bullet(line: string, notes: readonly string[], style: BulletStyle): string[] {
  return [`${style.join("")} ${line}`, ...indented(notes, style)];
}

/** As far in as the words of the bullet. */
function indented(lines: readonly string[], [indent, marker]: BulletStyle): string[] {
  const space = indent + " ".repeat(marker.length + 1);
  return lines.map((line) => (line.trim() === "" ? "" : space + line));
}

function afterSection({ extent }: SectionClaim, lines: readonly string[], source: SourceLines): Edit {
  const end = lineEnd(source, extent.endOffset);
  const [, next] = splitLines(source.text.slice(end, end + 3));
  const after =
    end === source.text.length || next === undefined || isBlank(source, end + source.ending.length) ? [] : [""];
  return insertAfterLine(source, end, ["", ...lines, ...after]);
}

/** Whether blank lines are between the entries. */
function isSpaced(entries: readonly Candidate[], source: SourceLines): boolean {
  const [one, other] = entries.slice(-2);
  if (one === undefined || other === undefined) return false;
  return splitLines(source.text.slice(one.extent.endOffset, other.extent.offset)).length === 3;
}
