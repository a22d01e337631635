import type { Candidate, EntryName, Field, SupersessionClaim } from "../../core/claims/claim.ts";
import type { Inline } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import { isPlaceholder } from "../../core/placeholder.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import { namesIn, plainNames } from "./entry-name.ts";
import { sentences } from "../prose/sentences.ts";

type Relation = Pick<SupersessionClaim, "direction" | "relation">;

const relations: readonly (readonly [RegExp, Relation])[] = [
  [/\b(?:superseded|replaced|obsoleted|succeeded)\s+by\b/i, { direction: "by", relation: "replaced" }],
  [
    /\b(?:(?:merged|folded|absorbed|subsumed|consolidated|rolled|moved)\s+(?:in|into)|(?:covered|absorbed|subsumed|delivered)\s+by)\b/i,
    { direction: "by", relation: "absorbed" },
  ],
  [/\b(?:supersedes|replaces|takes the place of)\b/i, { direction: "of", relation: "replaced" }],
];
const fieldRelations: readonly (readonly [RegExp, Relation])[] = [
  [/^(?:superseded by|replaced by|succeeded by|successors?)$/, { direction: "by", relation: "replaced" }],
  [/^(?:merged into|folded into|absorbed by|covered by|now in)$/, { direction: "by", relation: "absorbed" }],
  [
    /^(?:supersedes|replaces|(?:why|how) (?:this|it) (?:supersedes|replaces))$/,
    { direction: "of", relation: "replaced" },
  ],
];
/** What makes of the relation a possibility, a denial or a part: "could be replaced by", "is not covered by", "partly". */
const unsettled =
  /\b(?:not|never|no longer|would|could|may|might|will|should|must|can|cannot|if|until|unless|when|once|to be|partly|partially|in part|being)\s+(?:\w+\s+){0,2}$/i;
/** Words between the relation and the name. */
const lead =
  /^[\s:*_]*(?:(?:the|a|new|newer|broader|wider|larger|narrower|refreshed|existing|entry|candidate|candidates|entries|item|spec|both|its|active|manual|deferred|promoted)\s+)*["“]?$/i;
/** Words between two names of one list. */
const between = /^[\s*_"”)]*(?:(?:,|and|or|&|\+|\/)[\s*_"“]*)*(?:the\s+)?$/i;
const arrow = /(?:->|→|=>)\s+(\S.*)$/;

/** What the entries say took their place, and whose place they took: in fields, in sentences, after an arrow. */
export function supersessions(candidates: readonly Candidate[]): SupersessionClaim[] {
  return candidates.flatMap(ofCandidate).filter(({ target, text }) => target !== undefined || !isPlaceholder(text));
}

function ofCandidate(candidate: Candidate): SupersessionClaim[] {
  const stated = candidate.fields.flatMap((field) => ofField(field, candidate));
  const spoken = candidate.body
    .filter((inline) => !stated.some((one) => holds(inline, one)))
    .flatMap((inline) => ofText(inline, candidate));
  return [...ofTitleLine(candidate), ...stated, ...spoken];
}

function ofField(field: Field, candidate: Candidate): SupersessionClaim[] {
  const relation = fieldRelations.find(([label]) => label.test(field.key))?.[1];
  if (relation === undefined) return [];
  return [field.value, ...field.items].flatMap((inline) => {
    const named = namesIn(inline);
    return (named.length > 0 ? named : plainNames(inline)).map((name) =>
      claim(candidate, name, { ...relation, field: true }),
    );
  });
}

function ofText(inline: Inline, candidate: Candidate): SupersessionClaim[] {
  const names = namesIn(inline);
  return sentences(inline).flatMap(({ start, text, end }) =>
    relations.flatMap(([words, relation]) => {
      const match = words.exec(text);
      if (
        match === null ||
        unsettled.test(text.slice(0, match.index)) ||
        speaksOfAnother(names, inline.location.offset + start, inline.location.offset + start + match.index)
      )
        return [];
      const from = start + match.index + match[0].length;
      const marked = following(inline, names, { from, end });
      const plain = marked.length > 0 ? [] : plainName(inline, from, end);
      return [...marked, ...plain].map((name) => claim(candidate, name, { ...relation, field: false }));
    }),
  );
}

/** Whether the sentence names something before the relation, which is then its subject: "`Old export` was replaced by …". */
function speaksOfAnother(names: readonly EntryName[], start: number, end: number): boolean {
  return names.some(({ location }) => location.offset >= start && location.endOffset <= end);
}

/** The names that are directly after the relation, one after another. */
function following(
  inline: Inline,
  names: readonly EntryName[],
  { from, end }: { from: number; end: number },
): EntryName[] {
  const found: EntryName[] = [];
  let at = from;
  for (const name of names) {
    const offset = name.location.offset - inline.location.offset;
    if (offset < from) continue;
    if (offset >= end || !(found.length === 0 ? lead : between).test(inline.text.slice(at, offset))) break;
    found.push(name);
    at = name.location.endOffset - inline.location.offset;
  }
  return found;
}

/** The words up to the next pause. They may be a title, or just words. */
function plainName(inline: Inline, from: number, end: number): EntryName[] {
  const words = inline.text.slice(from, end);
  const piece = sliceInline(
    inline,
    from,
    from + (/[.,;:()—–]|\s-\s|\bbecause\b|\bsince\b/i.exec(words)?.index ?? words.length),
  );
  const key = entryKey(piece.plain);
  return key === "" || piece.plain.length > 120
    ? []
    : [{ text: piece.plain, location: piece.location, key, target: undefined, marked: false }];
}

/** "Old export -> Spec 241" and "Old export → New export" in the superseded section. */
function ofTitleLine(candidate: Candidate): SupersessionClaim[] {
  if (candidate.role !== "superseded") return [];
  const relation = { direction: "by", relation: "replaced", field: false } as const;
  const targets = candidate.targets.map((target) =>
    claim(candidate, { ...target, key: `spec ${target.spec}`, target, marked: true }, relation),
  );
  const words =
    targets.length > 0
      ? undefined
      : arrow
          .exec(candidate.text)?.[1]
          ?.split(/\s[—–-]\s|[.;:(]/, 1)[0]
          ?.trim();
  const key = entryKey(words ?? "");
  return words === undefined || key === ""
    ? targets
    : [
        claim(
          candidate,
          { text: words, location: candidate.location, key, target: undefined, marked: false },
          relation,
        ),
      ];
}

function claim(candidate: Candidate, name: EntryName, rest: Relation & { field: boolean }): SupersessionClaim {
  const { key, title, role } = candidate;
  return {
    ...name,
    ...rest,
    kind: "supersession",
    document: "queue",
    identity: `${key} superseded ${rest.direction} ${name.key}`,
    title,
    entry: key,
    role,
  };
}

function holds(outer: Inline, inner: SupersessionClaim): boolean {
  return outer.location.offset <= inner.location.offset && inner.location.endOffset <= outer.location.endOffset;
}
