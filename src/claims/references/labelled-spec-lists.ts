import type { Claim, Horizon, RoadmapItemClaim, SpecTarget } from "../../core/claims/claim.ts";
import type { Document, Inline } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import { labelledFields } from "../../documents/labelled-fields.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import type { AttributedInline } from "../prose/attributed-inlines.ts";

/** One number of a list, with the words in parentheses that name it: "149 (provider gate)". */
const numbered =
  /(?:^|[,;+&/]|\band\b)\s*#?(\d{1,5})(?![\w%:-]|\.\d)(?:\s*\(([^()]*)\))?(?=\s*(?:$|[,;+&/.–—\n]|and\b))/gi;
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
      if (!/^\s*#?\d{1,5}(?![\w%:-]|\.\d)/.test(value.text)) return [];
      const matches = [...value.text.matchAll(numbered)];
      return isCount(matches) ? [] : matches.flatMap((match) => claimsOf(document, { label, value, match }));
    });
}

/** "**Open specs**: 13" says how many, not which. */
function isCount(matches: readonly RegExpMatchArray[]): boolean {
  const [only] = matches;
  return matches.length === 1 && (only?.[1]?.length ?? 0) < 3 && only?.[2] === undefined && !only?.[0].includes("#");
}

interface LabelledList {
  readonly label: string;
  readonly value: Inline;
  readonly match: RegExpExecArray | RegExpMatchArray;
}

function claimsOf(document: Document, { label, value, match }: LabelledList): Claim[] {
  const digits = match[1] ?? "";
  const start = (match.index ?? 0) + match[0].indexOf(digits);
  const piece = sliceInline(value, start, start + digits.length);
  const target: SpecTarget = {
    spec: Number(digits),
    digits,
    slug: undefined,
    text: piece.plain,
    location: piece.location,
  };
  const quote = `${label}: ${match[0].replace(/^[,;+&\s]+/, "").trim()}`;
  const title = match[2]?.trim() ?? "";
  const base = { document: document.role, text: piece.plain, location: piece.location, quote } as const;
  const item: RoadmapItemClaim = {
    kind: "roadmap-item",
    ...base,
    identity: `${entryKey(label)} ${target.spec}`,
    title: title === "" ? `Spec ${digits}` : title,
    key: entryKey(title === "" ? `Spec ${digits}` : title),
    form: "keyed",
    horizon: horizonOfLabel(label),
    status: undefined,
    targets: [target],
  };
  return [
    item,
    { kind: "spec-reference", ...base, identity: `${entryKey(label)}/spec ${target.spec}`, target, entry: undefined },
  ];
}

function horizonOfLabel(label: string): Horizon | undefined {
  if (/\b(?:shipped|done|implemented|completed|delivered|closed)\b/i.test(label)) return "done";
  if (/\b(?:later|future|deferred)\b/i.test(label)) return "later";
  if (/\b(?:next|planned|upcoming|specced|drafts?|approved)\b/i.test(label)) return "next";
  return /\b(?:active|current|now|in progress|open|in flight)\b/i.test(label) ? "now" : undefined;
}
