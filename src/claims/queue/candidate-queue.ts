import type {
  Candidate,
  Claim,
  EntryRole,
  Field,
  PromotedClaim,
  Quotation,
  SpecTarget,
} from "../../core/claims/claim.ts";
import type { Inline } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Settings } from "../../core/settings.ts";
import { quotedSlice, sliceInline } from "../../documents/slice-inline.ts";
import { ownStates } from "./own-states.ts";
import { priorityToken } from "./priority-token.ts";
import { bulletCount, type QueueSection } from "./queue-sections.ts";
import { sectionExtent, type RawEntry } from "./raw-entry.ts";
import { leadingTargets, numberAt, plainTarget } from "../references/plain-target.ts";
import type { ReadSection } from "./read-sections.ts";
import { titleHead, titleVariants } from "./title-variants.ts";
import { specMentions, targetsOf } from "../references/spec-target.ts";

/** The claims that the structure of the queue makes: its sections, candidates, promotions and removal records. */
export function candidateQueue(sections: readonly ReadSection[], settings: Settings): Claim[] {
  return sections.flatMap((found, index) => [
    sectionClaim(found, sections.slice(0, index)),
    ...entryClaims(found, settings),
  ]);
}

/** A section is known by its role, so that another heading for it changes nothing; a second one of that role by its title. */
function sectionClaim({ section, role }: QueueSection, above: readonly QueueSection[]): Claim {
  const title = section.heading.plain;
  const name =
    role === undefined || role === "prose" || above.some((other) => other.role === role) ? entryKey(title) : role;
  return {
    kind: "section",
    document: "queue",
    identity: `section ${name}`,
    text: title,
    location: section.heading.location,
    title,
    role,
    bullets: bulletCount(section),
    mayHoldEntries:
      section.children.length > 0 || section.blocks.some(({ kind }) => kind === "list" || kind === "table"),
    level: section.level,
    extent: sectionExtent(section),
  };
}

function entryClaims({ section, role, entries }: ReadSection, settings: Settings): Claim[] {
  if (role === undefined || role === "prose") return [];
  const title = section.heading.plain;
  let order = 0;
  return entries.flatMap((entry): Claim[] => {
    if (entry.removed) return [removalRecord(entry)];
    const place = { role, section: title, order: order++ };
    const candidate = { ...toCandidate(entry, place), states: ownStates(entry, settings) };
    return [candidate, ...promotions(candidate, entry)];
  });
}

function removalRecord(entry: RawEntry): Claim {
  const key = entryKey(entry.title.title);
  const targets = entry.title.targets.length > 0 ? entry.title.targets : mentionedIn([entry.line]);
  return {
    kind: "removal-record",
    document: "queue",
    identity: `removed ${key}`,
    ...titleLine(entry),
    title: entry.title.title,
    key,
    targets,
  };
}

function toCandidate(
  entry: RawEntry,
  place: { role: EntryRole; section: string; order: number },
): Omit<Candidate, "states"> {
  const key = entryKey(entry.title.title);
  const aliases = [...entry.title.formerly, ...entry.fields.filter(isFormerTitle).map((field) => field.value.plain)];
  return {
    kind: "candidate",
    document: "queue",
    identity: key,
    ...titleLine(entry),
    title: entry.title.title,
    key,
    variants: entry.title.shape === "heading" ? titleVariants(entry.title.title) : [],
    titleHead: entry.title.shape === "heading" ? titleHead(entry.title.title) : undefined,
    aliases: aliases.map(entryKey).filter((alias) => alias !== "" && alias !== key),
    ...place,
    group: entry.group?.heading.plain,
    shape: entry.title.shape,
    priority: priorityOf(entry),
    fields: entry.fields,
    body: restOfLine(entry).concat(entry.body),
    targets: place.role === "promoted" ? promotedTargets(entry) : entry.title.targets,
    mark: entry.mark,
    opening: entry.line.location,
    head: quotedSlice(entry.line, 0, entry.title.bodyStart).location,
    extent: entry.extent,
  };
}

function isFormerTitle(field: Field): boolean {
  return /^(?:formerly|former titles?|previously|renamed from)\b/.test(field.key);
}

/** The title line up to the end of its target; without one, up to the end of the title's first sentence or line. */
function titleLine(entry: RawEntry): Quotation {
  if (entry.title.shape === "heading") return { text: entry.line.plain, location: entry.line.location };
  const end = entry.title.targets.length > 0 ? entry.title.bodyStart : firstLineEnd(entry.line);
  return quotedSlice(entry.line, 0, end);
}

function firstLineEnd(inline: Inline): number {
  const at = inline.text.search(/\r?\n/);
  return at === -1 ? inline.text.length : at;
}

function restOfLine(entry: RawEntry): Inline[] {
  if (entry.title.shape === "heading" || entry.title.bodyStart >= entry.line.text.length) return [];
  return [sliceInline(entry.line, entry.title.bodyStart, entry.line.text.length)];
}

/** The entry's own field wins over a mark in its title, and that over the heading of its group. */
function priorityOf(entry: RawEntry): Quotation | undefined {
  const field = entry.fields.find((one) => one.names.includes("priority"));
  const quote = (text: string): string => `${entry.title.title} — ${text}`;
  if (field !== undefined) return { text: field.value.plain, location: field.location, quote: quote(field.text) };
  if (entry.title.priority !== undefined)
    return { text: entry.title.priority, location: entry.line.location, quote: entry.line.plain };
  const group = entry.group;
  const priority = group === undefined ? undefined : (group.priority ?? priorityToken(group.heading.plain)?.priority);
  return group === undefined || priority === undefined
    ? undefined
    : { text: priority, location: group.heading.location, quote: group.heading.plain };
}

/** A promoted entry may name its spec after an arrow, in a field, in the words after its title, or by its directory alone. */
function promotedTargets(entry: RawEntry): readonly SpecTarget[] {
  if (entry.title.targets.length > 0) return entry.title.targets;
  const named = entry.fields
    .filter((field) => /^(?:specs?|promoted(?: to| into| as)?|target|status)\b/.test(field.key))
    .map((field) => field.value);
  const inFields = mentionedIn(named);
  if (inFields.length > 0) return inFields;
  const inWords = mentionedIn(restOfLine(entry)).slice(0, 1);
  if (inWords.length > 0) return inWords;
  const specFields = entry.fields.filter((field) => /^specs?$/.test(field.key));
  const plain = [
    plainTarget(entry.line),
    ...specFields.map(({ value }) => numberAt(value, 0)?.target),
    ...named.map(plainTarget),
  ];
  const [only = leadingTargets(entry.line)?.targets[0] ?? itemsOfSpecs(entry)[0]] = plain.filter(
    (target) => target !== undefined,
  );
  return only === undefined ? [] : [only];
}

/** The specs of the lines below an entry that say nothing else. */
function itemsOfSpecs({ body }: RawEntry): readonly SpecTarget[] {
  return body.flatMap((inline) => {
    const leading = leadingTargets(inline);
    return leading === undefined || /[\p{L}\p{N}]/u.test(inline.text.slice(leading.end)) ? [] : leading.targets;
  });
}

function mentionedIn(inlines: readonly Inline[]): readonly SpecTarget[] {
  return targetsOf(inlines.flatMap(specMentions));
}

/** One claim for each spec that a promoted entry names. */
function promotions(candidate: Candidate, entry: RawEntry): PromotedClaim[] {
  if (candidate.role !== "promoted") return [];
  const around = [markedWords(entry), ...entry.body.map((inline) => inline.plain)].join(" ");
  const marks = ["split", "merged", "refreshed", "shared"].filter((mark) =>
    new RegExp(`\\b${mark}\\b`, "i").test(around),
  );
  return candidate.targets.map((target) => ({
    kind: "promoted",
    document: "queue",
    identity: `${candidate.key} -> ${target.spec}`,
    text: candidate.text,
    location: candidate.location,
    title: candidate.title,
    key: candidate.key,
    aliases: candidate.aliases,
    role: candidate.role,
    target,
    marks,
  }));
}

/** What the title line says beside its title: "Split payments" is a title, and no mark, but "Payments (split)" has one. */
function markedWords({ line, title }: RawEntry): string {
  const mark = /\(([^()]*)\)$/.exec(title.title)?.[1] ?? "";
  return `${line.plain.replace(title.title, "")} ${mark}`;
}
