import type { Candidate, HeadingLinkClaim, MalformedClaim } from "../../core/claims/claim.ts";
import type { Facts, SpecPackage } from "../../core/fact.ts";
import type { Fix } from "../../core/finding.ts";
import type { Settings } from "../../core/settings.ts";
import { appendNotes, appendPromoted, type FixInput } from "./append-promoted.ts";
import { entryNotes } from "../queries/entry-notes.ts";
import { specWords } from "./retarget.ts";
import { keysOf, sameEntries, sameEntry } from "../queries/entry-keys.ts";
import { indexBy } from "../queries/index-by.ts";
import { placeIndex } from "../queries/place-index.ts";
import { isSoundTarget } from "../queries/select-next.ts";
import { removeLines, sourceLines } from "./source-lines.ts";

export interface PromoteInput extends FixInput {
  readonly settings: Settings;
}

/** Titles that mean themselves without markup. */
const plainTitle = /^[\p{L}\p{N}][\p{L}\p{N} ,.'’/&+():;!?"“”–—-]*$/u;

/**
 * Moves an entry to the promoted section as “- Title -> Spec N (`slug`)” with all its notes below. Undefined when that is
 * not the one sound answer: the entry is elsewhere too, another line is promoted to the spec, or it cannot be moved as it is.
 */
export function promoteEntry(candidate: Candidate, spec: SpecPackage, input: PromoteInput): Fix | undefined {
  const { facts, settings } = input;
  if (isTaken(candidate, spec, input) || !pointsAt(candidate, spec, facts)) return undefined;
  const source = sourceLines(candidate.extent.path, facts);
  if (source === undefined || !isMovable(candidate, input) || !readsAsTitle(candidate.title, settings))
    return undefined;
  const notes = entryNotes(candidate, source);
  if (notes === undefined) return undefined;
  const box = candidate.mark === undefined ? "" : `[${candidate.mark}] `;
  const title = notes.former === undefined ? candidate.title : `${candidate.title} ${notes.former}`;
  const added = appendPromoted(`${box}${title} -> ${specWords(spec)}`, notes.lines, input);
  if (added === undefined) return undefined;
  return {
    kind: "suggest",
    description: `Move “${candidate.title}” with its notes to the promoted section.`,
    edits: [removeLines(source, candidate.extent), ...added],
  };
}

/** Whether an entry names no spec, or soundly this one alone. */
function pointsAt({ targets }: Candidate, { number }: SpecPackage, facts: Facts): boolean {
  return targets.length <= 1 && targets.every((target) => target.spec === number && isSoundTarget(target, facts));
}

/** Whether another line is promoted to the spec, or the entry is elsewhere without a note that it became this very spec. */
function isTaken(candidate: Candidate, { number }: SpecPackage, { claims }: FixInput): boolean {
  const explained = (other: Candidate): boolean =>
    (other.role === "deferred" || other.role === "superseded") &&
    claims
      .of("promotion-note")
      .some(
        ({ target, location }) =>
          target.spec === number && location.offset >= other.extent.offset && location.offset < other.extent.endOffset,
      );
  return claims.of("candidate").some((other) => {
    if (other === candidate) return false;
    return sameEntry(other, candidate)
      ? !explained(other)
      : other.role === "promoted" && other.targets.some((target) => target.spec === number);
  });
}

/** Puts the notes of an entry below the bullet that is the same entry, and takes the entry out. */
export function mergeEntry(candidate: Candidate, twin: Candidate, input: FixInput): Fix | undefined {
  const { claims, facts } = input;
  const same = sameEntries(candidate, claims.of("candidate"));
  const source = sourceLines(candidate.extent.path, facts);
  // What says that something is left over is a narrower candidate in need of a title of its own.
  const narrower = candidate.fields.some((field) => field.names.includes("gap"));
  const unlike =
    keysOf(candidate).some((key) => !keysOf(twin).includes(key)) ||
    candidate.targets.some((target) => !twin.targets.some((one) => one.spec === target.spec));
  if (same.length !== 1 || source === undefined || narrower || unlike || !isMovable(candidate, input)) return undefined;
  const notes = entryNotes(candidate, source);
  const added =
    notes === undefined ? undefined : notes.lines.length === 0 ? [] : appendNotes(twin, notes.lines, source);
  if (added === undefined) return undefined;
  return {
    kind: "suggest",
    description: `Take “${candidate.title}” out and keep its notes below the line under “${twin.section}”.`,
    edits: [removeLines(source, candidate.extent), ...added],
  };
}

const entries = placeIndex((one: Candidate) => one.extent);
const linksTo = indexBy((link: HeadingLinkClaim) => [`${link.target}#${link.fragment}`]);
const malformedIn = indexBy((one: MalformedClaim) => [one.location.path]);

/** Whether the lines of an entry can be taken out without a change to what is around them. */
export function isMovable({ extent, opening, shape, text }: Candidate, { claims }: FixInput): boolean {
  const { path, offset, endOffset } = extent;
  if (malformedIn(claims.of("malformed"), path).length > 0) return false;
  // Bullets that follow a heading's fields would go on as notes of the entry above.
  const next = entries.next(claims.of("candidate"), { path, offset: offset + 1 });
  if (next !== undefined && next.extent.offset <= endOffset) return false;
  // The anchor of a heading goes with it.
  const heading =
    shape === "heading"
      ? text
      : claims.of("candidate").find((one) => one.opening === opening && one.shape === "heading")?.text;
  return heading === undefined || linksTo(claims.of("heading-link"), `${path}#${anchorOf(heading)}`).length === 0;
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

/** Whether “Title -> Spec 12” is read as an entry with this very title. */
function readsAsTitle(title: string, { shapes, fields }: Settings): boolean {
  const label = /^([^:]+):/.exec(title)?.[1]?.toLowerCase();
  const isLabel =
    label !== undefined &&
    Object.values(fields)
      .flat()
      .some((alias) => label === alias || label.startsWith(`${alias} `));
  return shapes.includes("arrow") && plainTitle.test(title) && !isLabel && title.length <= 200;
}
