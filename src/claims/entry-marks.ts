import type { Candidate, DependencyClaim, EntryRole, Field, IntentClaim } from "../core/claim.ts";
import type { Document, Inline, Section } from "../core/document.ts";
import { entryKey } from "../core/entry-key.ts";
import type { Settings } from "../core/settings.ts";
import { sliceInline } from "../documents/slice-inline.ts";
import { fieldsOf, fieldsOfInline } from "./entry-fields.ts";
import { queueSections } from "./queue-sections.ts";
import { specMentions } from "./spec-target.ts";

const refusal = /\b(?:do not|don't|must not|never|not (?:for|be))\s+(?:be\s+)?auto(?:matic(?:ally)?)?[- ]?(?:prep|pick|select|implement|promot)/i;
/** A value that is an answer, not the start of a sentence: "no", "never: legal has to sign", but not "not part of this". */
const negative = /^(?:no|never|off|false|manual(?: promotion)?(?: only)?|forbidden|blocked|disabled|do not|not allowed)\s*(?:$|[^\p{L}\p{N}\s])/iu;
const positive = /^(?:yes|true|on|auto|automatic|allowed|eligible|ready|enabled|okay|ok)\s*(?:$|[^\p{L}\p{N}\s])/iu;

/** The marks by which entries say who may pick them, in sections with a role. */
export function intents(candidates: readonly Candidate[]): IntentClaim[] {
  return candidates.flatMap((candidate) => {
    const marked = candidate.fields.flatMap((field) => intentOfField(field));
    const spoken = marked.length > 0 ? [] : candidate.body.flatMap(intentOfText);
    return [...marked, ...spoken].slice(0, 1).map((mark) => toClaim(mark, candidate));
  });
}

/** The same marks on entries that stand under a heading without a role. */
export function strayIntents(document: Document, settings: Settings): IntentClaim[] {
  const stray = queueSections(document, settings).filter(({ role }) => role === undefined);
  return stray.flatMap(({ section }) => {
    return withDescendants(section).flatMap((one) =>
      one.blocks.flatMap((block) => {
        const fields = block.kind === "paragraph" ? fieldsOfInline(block.content, settings) : block.kind === "list" ? block.items.flatMap((item) => fieldsOf(item, settings)) : [];
        const title = one.heading.plain;
        return fields.flatMap(intentOfField).map((mark) => toClaim(mark, { title, key: entryKey(title), role: undefined }));
      }),
    );
  });
}

interface Mark {
  readonly automatic: boolean;
  readonly text: string;
  readonly location: IntentClaim["location"];
}

function intentOfField(field: Field): Mark[] {
  const mark = (automatic: boolean): Mark[] => [{ automatic, text: field.text, location: field.location }];
  if (refusal.test(field.label) || field.key.startsWith("why manual")) return mark(false);
  if (!field.names.includes("intent")) return [];
  if (negative.test(field.value.plain)) return mark(false);
  return positive.test(field.value.plain) ? mark(true) : [];
}

function intentOfText(inline: Inline): Mark[] {
  const match = refusal.exec(inline.text);
  if (match === null) return [];
  const piece = sliceInline(inline, match.index, inline.text.length);
  return [{ automatic: false, text: piece.plain, location: piece.location }];
}

function toClaim(mark: Mark, entry: { title: string; key: string; role: EntryRole | undefined }): IntentClaim {
  return {
    kind: "intent", document: "queue", identity: `${entry.key}/intent`, text: mark.text, location: mark.location,
    automatic: mark.automatic, title: entry.title, key: entry.key, role: entry.role,
  };
}

function withDescendants(section: Section): Section[] {
  return [section, ...section.children.flatMap(withDescendants)];
}

/** What the dependency fields of entries name: specs, titles in code or links, or plain titles between commas. */
export function dependencies(candidates: readonly Candidate[]): DependencyClaim[] {
  return candidates.flatMap((candidate) => {
    const fields = candidate.fields.filter((field) => field.names.includes("dependencies"));
    return fields.flatMap((field) => [field.value, ...field.items]).flatMap((inline) => dependenciesIn(inline, candidate));
  });
}

function dependenciesIn(inline: Inline, candidate: Candidate): DependencyClaim[] {
  const base = { kind: "dependency", document: "queue", dependent: candidate.key } as const;
  const specs = specMentions(inline).flatMap((mention) =>
    mention.targets.map((target): DependencyClaim => ({
      ...base, identity: `${candidate.key} needs spec ${target.spec}`, text: target.text, location: target.location, key: `spec ${target.spec}`, target,
    })),
  );
  const spans = [...inline.codes, ...inline.links].filter((span) => !specs.some((spec) => overlaps(spec.location, span.location)));
  const titles = spans.length > 0 || specs.length > 0 ? spans : plainTitles(inline);
  const named = titles.map((span): DependencyClaim => {
    const key = entryKey(span.text);
    return { ...base, identity: `${candidate.key} needs ${key}`, text: span.text, location: span.location, key, target: undefined };
  });
  return [...specs, ...named.filter(({ key }) => key !== "")];
}

function overlaps(one: { offset: number; endOffset: number }, other: { offset: number; endOffset: number }): boolean {
  return one.offset < other.endOffset && other.offset < one.endOffset;
}

function plainTitles(inline: Inline): { text: string; location: Inline["location"] }[] {
  return [...inline.text.matchAll(/[^,;]+/g)].flatMap((match) => {
    const piece = sliceInline(inline, match.index, match.index + match[0].length);
    const text = piece.plain.endsWith(".") ? piece.plain.slice(0, -1) : piece.plain;
    return text === "" || /^(?:none|nothing|n\/a|-+|–|—|no)\b/i.test(text) || text.length < 2 ? [] : [{ text, location: piece.location }];
  });
}
