import type { EntryRole, LostHeadingClaim } from "../../core/claims/claim.ts";
import { entryRoles } from "../../core/claims/claim.ts";
import type { Block, Document, HtmlBlock, Inline, Section } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Location } from "../../core/location.ts";
import type { Settings } from "../../core/settings.ts";
import type { QueueSection } from "./queue-sections.ts";

/** A line that may have been a heading. */
interface HeadingLike {
  readonly words: string;
  readonly location: Location;
  readonly form: string;
  /** Whether its markup says that a heading was meant. */
  readonly marked: boolean;
}

/** The lines that read like the heading of a role that has no section: each role at most once. */
export function lostHeadings(
  document: Document,
  sections: readonly QueueSection[],
  settings: Settings,
): LostHeadingClaim[] {
  const found = new Set(sections.map(({ role }) => role));
  const missing = entryRoles.filter((role) => !found.has(role));
  if (missing.length === 0 || sections.length === 0) return [];
  const roleOf = aliasReader(settings, missing);
  const own = new Set(sections.filter(({ role }) => role !== "prose").map(({ section }) => section));
  const told = new Set<EntryRole>();
  return headingLikes(document.root, own).flatMap((line): LostHeadingClaim[] => {
    const role = roleOf(line.words);
    if (role === undefined || told.has(role)) return [];
    told.add(role);
    const title = line.words.trim();
    return [
      {
        kind: "lost-heading",
        document: "queue",
        identity: `lost heading ${role}`,
        text: title,
        location: line.location,
        title,
        role,
        form: line.form,
        certain: line.marked || /\p{L}\s+\p{L}/u.test(title),
      },
    ];
  });
}

/** The role of exactly these words; no other words count, as they may begin a title. */
function aliasReader(settings: Settings, roles: readonly EntryRole[]): (words: string) => EntryRole | undefined {
  const known = new Map(
    roles.flatMap((role) => settings.sections[role].map((alias) => [entryKey(alias), role] as const)),
  );
  return (words) => known.get(entryKey(words));
}

function headingLikes(section: Section, own: ReadonlySet<Section>): HeadingLike[] {
  const heading = own.has(section) || section.level === 0 ? [] : headingLike(section);
  return [
    ...heading,
    ...section.blocks.flatMap((block, index) => blockLikes(block, section.blocks[index + 1], section)),
    ...section.children.flatMap((child) => headingLikes(child, own)),
  ];
}

/** A heading at another level, or one that follows a word of prose: "Notes: Promoted to Spec". */
function headingLike({ heading, level, location, blocks, children }: Section): HeadingLike[] {
  if (!blocks.some(holdsEntries) && children.length === 0) return [];
  const words = heading.plain;
  const tail = /^[^:–—]{1,30}[:–—](.+)$/u.exec(words)?.[1];
  const whole: HeadingLike = { words, location, form: `a heading of level ${level}`, marked: false };
  return tail === undefined ? [whole] : [whole, { words: tail, location, form: `the end of “${words}”`, marked: true }];
}

function blockLikes(block: Block, next: Block | undefined, section: Section): HeadingLike[] {
  if (block.kind === "html") return htmlHeading(block);
  if (block.kind === "list") return block.items.flatMap(({ content }) => hashed(content));
  if (block.kind !== "paragraph" || block.quoted) return [];
  const isAbove = holdsEntries(next) || (next === undefined && section.children.length > 0);
  return [...hashed(block.content), ...(isAbove ? aloneIn(block.content) : [])];
}

function htmlHeading({ value, location }: HtmlBlock): HeadingLike[] {
  const title = /<h[1-6]\b[^>]*>([^<]*)<\/h[1-6]>/i.exec(value)?.[1];
  return title === undefined ? [] : [{ words: title, location, form: "HTML", marked: true }];
}

function holdsEntries(block: Block | undefined): boolean {
  return block?.kind === "list" || block?.kind === "table";
}

/** "##Promoted to Spec": the number signs of a heading without the space after them, on any line of a paragraph. */
function hashed({ text, location }: Inline): HeadingLike[] {
  if (!text.includes("#")) return [];
  return text.split("\n").flatMap((line, index) => {
    const words = /^\\?#{1,6}(?=[^\s#])(.+)$/u.exec(line.trim())?.[1];
    if (words === undefined) return [];
    const place = index === 0 ? location : { ...location, line: location.line + index, column: 1 };
    return [{ words, location: place, form: "words without a space after their number signs", marked: true }];
  });
}

/** A paragraph of its own above a list: plain, in bold, or with an underline that is not one. */
function aloneIn({ text, location }: Inline): HeadingLike[] {
  const [first = "", ...rest] = text.split("\n");
  const isUnderlined = rest.length === 1 && /^[-=_~ ]{2,}$/.test(rest[0]?.trim() ?? "");
  if (rest.length > 0 && !isUnderlined) return [];
  return [{ words: first.replace(/[*_`:]+/g, ""), location, form: "a paragraph", marked: isUnderlined }];
}
