import type { EntryShape, SpecTarget } from "../../core/claims/claim.ts";
import type { Inline, ListItem } from "../../core/document.ts";
import { plainSlice, quotedSlice } from "../../documents/slice-inline.ts";
import { priorityToken, trailingPriority } from "./priority-token.ts";
import { specMentions, targetOfPath, targetsOf } from "../references/spec-target.ts";

/** The title line of an entry, taken apart. Offsets count in the `text` of the inline it was read from. */
export interface EntryTitle {
  readonly title: string;
  readonly shape: EntryShape;
  readonly priority: string | undefined;
  readonly targets: readonly SpecTarget[];
  /** Former titles named in the line: "(formerly Foo)". */
  readonly formerly: readonly string[];
  /** Where the title line ends and what the entry says begins. */
  readonly bodyStart: number;
}

const arrow = /\s(?:->|→|=>|⟶|➜)\s/;
const separator = /^\s*(?::|—|–|-{1,2}(?=\s)|\(|$)/;
const formerly = /\(formerly:? [`“"]?([^)`”"]+)[`”"]?\)/gi;

/** Reads a bullet as an entry; undefined when it does not begin with a title in one of the allowed shapes. */
export function bulletTitle(item: ListItem, shapes: readonly EntryShape[]): EntryTitle | undefined {
  const found = entryStart(item);
  return found !== undefined && shapes.includes(found.shape) ? toEntryTitle(item.content, found) : undefined;
}

/** Reads a heading as an entry. */
export function headingTitle(heading: Inline): EntryTitle {
  const at = arrow.exec(heading.text);
  const title = plainSlice(heading, 0, at?.index ?? heading.text.length);
  return toEntryTitle(heading, { title, shape: "heading", end: at?.index ?? heading.text.length });
}

interface EntryStart {
  readonly title: string;
  readonly shape: EntryShape;
  /** Offset after the title and its markup. */
  readonly end: number;
}

function entryStart(item: ListItem): EntryStart | undefined {
  const inline = item.content;
  const indent = leadingLength(inline.text);
  return spanStart(inline, indent) ?? arrowStart(inline) ?? taskStart(item) ?? plainStart(item);
}

function leadingLength(text: string): number {
  const start = text.length - text.trimStart().length;
  return start + (priorityToken(text.slice(start))?.restStart ?? 0);
}

/** `` `Title`: …``, `**Title** — …` and `[Title](path): …`. */
function spanStart(inline: Inline, indent: number): EntryStart | undefined {
  const at = inline.location.offset + indent;
  const kinds = [
    ["link", inline.links],
    ["code", inline.codes],
    ["bold", inline.strongs],
  ] as const;
  for (const [shape, spans] of kinds) {
    const span = spans.find((one) => one.location.offset === at);
    if (span === undefined) continue;
    const end = span.location.endOffset - inline.location.offset;
    const rest = inline.text.slice(end, end + 40);
    const label = shape === "bold" && /:\s*$/.test(span.text);
    if (!label && !separator.test(rest) && arrow.exec(rest)?.index !== 0) continue;
    const title = span.text.replace(/:\s*$/, "").trim();
    if (/[\p{L}\p{N}]/u.test(title) && !looksLikeCode(title)) return { title, shape, end };
  }
  return undefined;
}

/** Identifiers, paths and commands in code are not titles: `` `src/app.ts`: … ``, `` `softDeletes`: … ``. */
export function looksLikeCode(title: string): boolean {
  if (title.includes(" ")) return /^(?:npm|npx|pnpm|yarn|git|node|--?\w)/.test(title) || /[=;{}<>$]/.test(title);
  return !/^[A-Z][a-z]+(?:-[A-Za-z]+)*$/.test(title);
}

function arrowStart(inline: Inline): EntryStart | undefined {
  const at = arrow.exec(inline.text);
  if (at === null) return undefined;
  const title = plainSlice(inline, 0, at.index);
  const target = inline.text.slice(at.index);
  const pointsAtSpec = /\bspecs?\b|\d{3}-|\bTBD\b/i.test(target.slice(0, 120)) || target.trim().length <= 3;
  return title.length > 0 && title.length <= 200 && pointsAtSpec ? { title, shape: "arrow", end: at.index } : undefined;
}

function taskStart(item: ListItem): EntryStart | undefined {
  if (item.mark === undefined) return undefined;
  const text = item.content.text;
  const at = /(?::\s|\s—\s|\s–\s|\s--\s|\n)/.exec(text)?.index ?? text.length;
  const title = plainSlice(item.content, 0, at);
  return title === "" ? undefined : { title, shape: "task", end: at };
}

/** A short line without a full stop. Placeholders such as "None" are not entries. */
function plainStart(item: ListItem): EntryStart | undefined {
  const plain = item.content.plain;
  if (plain.length > 100 || !/^[\p{Lu}\p{N}[]/u.test(plain) || /[.:;!?]$/.test(plain)) return undefined;
  if (/^(?:none|nothing|empty|n\/a|tbd|no)\b/i.test(plain)) return undefined;
  return { title: plain, shape: "plain", end: item.content.text.length };
}

function toEntryTitle(inline: Inline, found: EntryStart): EntryTitle {
  const former = [...`${found.title} ${inline.text.slice(found.end, found.end + 200)}`.matchAll(formerly)].map(
    ([, title = ""]) => title.trim(),
  );
  const own = found.title.replaceAll(formerly, "").trim();
  const leading = priorityToken(own);
  const bare = leading !== undefined && leading.rest !== "" ? leading.rest : own;
  const trailing = trailingPriority(bare);
  const { targets, end } = titleTargets(inline, found.end);
  return {
    title: trailing?.title ?? bare,
    shape: found.shape,
    priority: trailing?.priority ?? leading?.priority ?? priorityToken(inline.text)?.priority,
    targets,
    formerly: [...new Set(former)],
    bodyStart: end,
  };
}

/** The specs after the arrow that follows the title, and where the last of them ends. */
function titleTargets(inline: Inline, titleEnd: number): { targets: readonly SpecTarget[]; end: number } {
  const rest = inline.text.slice(titleEnd);
  const at = arrow.exec(rest);
  if (at === null || at.index > 80) return { targets: [], end: titleEnd };
  const from = titleEnd + at.index + at[0].length;
  const stop = sentenceEnd(inline.text, from);
  const mentions = specMentions(inline).filter((mention) => mention.start >= from && mention.start < stop);
  const targets = targetsOf(mentions);
  const last = mentions.at(-1);
  if (last !== undefined) return { targets, end: last.end };
  const path = pathTarget(inline, from, stop);
  return path === undefined ? { targets, end: from } : { targets: [path.target], end: path.end };
}

function sentenceEnd(text: string, from: number): number {
  const at = /[.;](?:\s|$)|\n/.exec(text.slice(from));
  return at === null ? text.length : from + at.index;
}

/** `` -> `specs/242-operational-controls` ``, `-> [the spec](specs/242-operational-controls/spec.md)`, `-> 242-operational-controls`. */
function pathTarget(inline: Inline, from: number, stop: number): { target: SpecTarget; end: number } | undefined {
  const spans = [
    ...inline.codes.map((code) => ({ ...code, path: code.text })),
    ...inline.links.map((link) => ({ ...link, path: link.url })),
  ];
  for (const span of spans) {
    const start = span.location.offset - inline.location.offset;
    const found = start >= from && start < stop ? targetOfPath(span.path) : undefined;
    if (found !== undefined)
      return {
        target: { ...found, text: span.text, location: span.location },
        end: span.location.endOffset - inline.location.offset,
      };
  }
  const bare = /^[\w./-]*?\d{2,5}-[a-z0-9][a-z0-9-]*/.exec(inline.text.slice(from, stop));
  const found = bare === null ? undefined : targetOfPath(bare[0]);
  if (bare === null || found === undefined) return undefined;
  return { target: { ...found, ...quotedSlice(inline, from, from + bare[0].length) }, end: from + bare[0].length };
}
