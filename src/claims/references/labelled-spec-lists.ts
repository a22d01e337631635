import type { Claim, Horizon, RoadmapItemClaim } from "../../core/claims/claim.ts";
import type { Document, Inline } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import { labelledFields } from "../../documents/labelled-fields.ts";
import type { AttributedInline } from "../prose/attributed-inlines.ts";
import { listedClaims } from "./listed-claims.ts";
import { listedSpecs, type ListedSpec } from "./listed-specs.ts";

/** How the value of a list of specs begins. */
const beginning =
  /^\s*[[`*]*(?:#|S-|(?:[\w.-]+\/)*specs\/|specs?\s+#?)?\d{1,5}(?![%:]|\.\d|\p{L}|-\d{2}-\d{2}(?!\d))/iu;
/** Labels whose number says how many there are. */
const countLabel = /\b(?:total|number|count|amount|how many|hygiene|limit|size|length)\b/;

/**
 * The specs of keyed lines such as `**Active specs**: 122, 121` and `**Specced follow-through (draft)**: 149 (gate), 150`:
 * an item of the roadmap for each number, and a reference that must resolve.
 */
export function labelledSpecLists(document: Document, placed: readonly AttributedInline[]): Claim[] {
  return placed
    .filter(({ inline }) => inline.strongs.length > 0)
    .flatMap(({ inline }) => labelledFields(inline))
    .flatMap(({ label, key, value }) => {
      if (!/\bspec(?:s|ced)?\b/.test(key) || countLabel.test(key)) return [];
      if (!beginning.test(value.text)) return [];
      const list = listedSpecs(value);
      return isCount(list, value) ? [] : list.flatMap((one) => claimsOf(document, label, one));
    });
}

/** "**Open specs**: 13" says how many, not which. */
function isCount(list: readonly ListedSpec[], value: Inline): boolean {
  const [only] = list;
  const target = only?.target;
  return (
    list.length === 1 &&
    target !== undefined &&
    target.digits.length < 3 &&
    target.slug === undefined &&
    only?.title === undefined &&
    !/^\s*\[?#/.test(value.text)
  );
}

function claimsOf(document: Document, label: string, one: ListedSpec): Claim[] {
  const { target, text, location } = one;
  const quote = `${label}: ${text}${one.title === undefined ? "" : ` (${one.title})`}`;
  const references = listedClaims(one, { document, scope: entryKey(label), quote });
  if (target === undefined) return references;
  const title = one.title === undefined || one.title === "" ? `Spec ${target.digits}` : one.title;
  const item: RoadmapItemClaim = {
    kind: "roadmap-item",
    document: document.role,
    text,
    location,
    quote,
    identity: `${entryKey(label)} ${target.spec}`,
    title,
    key: entryKey(title),
    form: "keyed",
    horizon: horizonOfLabel(label),
    status: undefined,
    targets: [target],
  };
  return [item, ...references];
}

function horizonOfLabel(label: string): Horizon | undefined {
  if (/\b(?:shipped|done|implemented|completed|delivered|closed)\b/i.test(label)) return "done";
  if (/\b(?:later|future|deferred)\b/i.test(label)) return "later";
  if (/\b(?:next|planned|upcoming|specced|drafts?|approved)\b/i.test(label)) return "next";
  return /\b(?:active|current|now|in progress|open|in flight)\b/i.test(label) ? "now" : undefined;
}
