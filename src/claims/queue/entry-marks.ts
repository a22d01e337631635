import type { Candidate, EntryRole, Field, IntentClaim } from "../../core/claims/claim.ts";
import type { Inline, Section } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Settings } from "../../core/settings.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import { fieldsOf, fieldsOfInline } from "./entry-fields.ts";
import type { QueueSection } from "./queue-sections.ts";

const refusal =
  /\b(?:do not|don't|must not|never|not (?:for|be))\s+(?:be\s+)?auto(?:matic(?:ally)?)?[- ]?(?:prep|pick|select|implement|promot)/i;
/** A value that is an answer, not the start of a sentence: "no", "never: legal has to sign", but not "not part of this". */
const negative =
  /^(?:no|never|off|false|manual(?: promotion)?(?: only)?|forbidden|blocked|disabled|do not|not allowed)\s*(?:$|[^\p{L}\p{N}\s])/iu;
const positive = /^(?:yes|true|on|auto|automatic|allowed|eligible|ready|enabled|okay|ok)\s*(?:$|[^\p{L}\p{N}\s])/iu;

/** The marks by which entries say who may pick them, in sections with a role. */
export function intents(candidates: readonly Candidate[]): IntentClaim[] {
  return candidates.flatMap((candidate) => {
    const marked = candidate.fields.flatMap((field) => intentOfField(field));
    const spoken = marked.length > 0 ? [] : candidate.body.flatMap(intentOfText);
    return [...marked, ...spoken].slice(0, 1).map((mark) => toClaim(mark, candidate));
  });
}

/** The same marks on entries that are under a heading without a role. */
export function strayIntents(sections: readonly QueueSection[], settings: Settings): IntentClaim[] {
  const stray = sections.filter(({ role }) => role === undefined);
  return stray.flatMap(({ section }) => {
    return withDescendants(section).flatMap((one) =>
      one.blocks.flatMap((block) => {
        const fields =
          block.kind === "paragraph"
            ? fieldsOfInline(block.content, settings)
            : block.kind === "list"
              ? block.items.flatMap((item) => fieldsOf(item, settings))
              : [];
        const title = one.heading.plain;
        return fields
          .flatMap(intentOfField)
          .map((mark) => toClaim(mark, { title, key: entryKey(title), role: undefined }));
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
    kind: "intent",
    document: "queue",
    identity: `${entry.key}/intent`,
    text: mark.text,
    location: mark.location,
    automatic: mark.automatic,
    title: entry.title,
    key: entry.key,
    role: entry.role,
  };
}

function withDescendants(section: Section): Section[] {
  return [section, ...section.children.flatMap(withDescendants)];
}
