import type { Candidate, Claims, DependencyClaim, IntentClaim, OwnState, SpecTarget } from "../../core/claims/claim.ts";
import type { Facts, SpecPackage } from "../../core/fact.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Consideration, Selection } from "../../core/selection.ts";
import type { Settings } from "../../core/settings.ts";
import { dependencyState, rowsByKey } from "./dependency-state.ts";
import { entriesIn, keysOf } from "./entry-keys.ts";
import { isFree } from "./own-state.ts";
import { indexBy } from "./index-by.ts";
import { isImplemented } from "./is-implemented.ts";
import { placeIndex } from "./place-index.ts";
import { compareByPriority } from "./priority.ts";

/** All that decides whether a candidate may be picked. */
export interface SelectionInput {
  readonly claims: Claims;
  readonly facts: Facts;
  readonly settings: Settings;
}

/** Chooses what an automatic picker may take: the first eligible candidate of the active section, by priority, then order. */
export function selectNext(input: SelectionInput): Selection {
  const considered = input.claims.of("candidate").map((candidate) => consider(candidate, input));
  return { pick: pickFrom(considered, input), considered };
}

/** The same, for who needs no reasons for what is not even active. */
export function selectAmongActive(input: SelectionInput): Selection {
  const active = entriesIn("active", input.claims.of("candidate"));
  const considered = active.map((candidate) => consider(candidate, input));
  return { pick: pickFrom(considered, input), considered };
}

function consider(candidate: Candidate, input: SelectionInput): Consideration {
  const reasons = reasonsAgainst(candidate, input);
  return { candidate, eligible: reasons.length === 0, reasons };
}

function pickFrom(considered: readonly Consideration[], { settings }: SelectionInput): Candidate | undefined {
  const eligible = considered.filter((one) => one.eligible).map((one) => one.candidate);
  return eligible.sort((one, other) => compareByPriority(one, other, settings.priorities.active))[0];
}

function reasonsAgainst(candidate: Candidate, input: SelectionInput): string[] {
  if (candidate.role !== "active") return [outsideActive[candidate.role]];
  return [
    ...marks(candidate, input),
    ...standsElsewhere(candidate, input),
    ...specced(candidate, input),
    ...implemented(candidate, input),
    ...unmetDependencies(candidate, input),
  ];
}

/**
 * Why work that a candidate's unit has begun must not go on: what the selection says, without that the unit exists. A promoted candidate was released
 * when it was promoted. Full sentences; empty when nothing is against it.
 */
export function reasonsAgainstWork(candidate: Candidate, input: SelectionInput): readonly string[] {
  if (candidate.role === "promoted") return [];
  if (candidate.role !== "active") return [outsideActive[candidate.role]];
  return [...marks(candidate, input), ...unmetDependencies(candidate, input)];
}

const outsideActive: Readonly<Record<Exclude<Candidate["role"], "active">, string>> = {
  manual: "It is in the manual-only section: only a person may pick it.",
  deferred: "It is deferred.",
  promoted: "It is already promoted to a spec.",
  superseded: "It is superseded.",
};

function marks(candidate: Candidate, { claims }: SelectionInput): string[] {
  const refused = refusalIn(candidate, claims.of("intent"));
  return [
    ...(refused === undefined ? [] : [`It is marked “${refused.text}”.`]),
    ...candidate.states.filter((state) => !isFree(state)).map(reasonOf),
  ];
}

function reasonOf({ form, text, word, stage }: OwnState): string {
  if (form === "strike") return "Its title is struck out.";
  if (form === "box") return stage === "implemented" ? "Its box is ticked." : `Its box is “${text}”.`;
  if (form === "title") return `Its title is marked “${text}”.`;
  return stage === undefined
    ? `Its status “${word ?? text}” is not known: say it in another word, or list it under \`statuses\` in the configuration.`
    : `Its own status says “${text}”.`;
}

const refusals = placeIndex((intent: IntentClaim) => (intent.automatic ? undefined : intent.location));

/** The first words in an entry that keep pickers away from it. */
function refusalIn({ extent }: Candidate, intents: readonly IntentClaim[]): IntentClaim | undefined {
  const found = refusals.next(intents, extent);
  return found !== undefined && found.location.offset < extent.endOffset ? found : undefined;
}

const outside = indexBy((one: Candidate) => (one.role === "active" ? [] : keysOf(one)));

function standsElsewhere(candidate: Candidate, { claims }: SelectionInput): string[] {
  const keys = [...keysOf(candidate), ...[...(candidate.variants ?? []), candidate.titleHead ?? ""].map(entryKey)];
  const twins = new Set(keys.flatMap((key) => outside(claims.of("candidate"), key)));
  return [...twins].map((twin) => `It is also under “${twin.section}” (line ${twin.location.line}).`);
}

/** The spec package that already carries a candidate's title or slug, or is the one its title line points to. */
export function packageOf(candidate: Candidate, facts: Facts): SpecPackage | undefined {
  return (
    candidate.targets.flatMap((target) => facts.specs.numbered(target.spec))[0] ??
    [candidate.title, ...(candidate.variants ?? [])]
      .map((title) => facts.specs.titled(title))
      .find((spec) => spec !== undefined)
  );
}

/** Whether number and slug of a target name one existing directory. When they do not, the line itself is reported, and nothing is measured by it. */
export function isSoundTarget(target: SpecTarget, facts: Facts): boolean {
  const numbered = facts.specs.numbered(target.spec);
  return numbered.length > 0 && (target.slug === undefined || numbered.some((spec) => spec.slug === target.slug));
}

function specced(candidate: Candidate, { facts }: SelectionInput): string[] {
  const found = packageOf(candidate, facts);
  if (found !== undefined) return [`${found.path} already exists for it.`];
  const target = candidate.targets[0];
  const head = candidate.titleHead === undefined ? undefined : facts.specs.titled(candidate.titleHead);
  if (target === undefined && head !== undefined)
    return [`${head.path} already exists for what its title begins with.`];
  return target === undefined ? [] : [`It already points to Spec ${target.digits}.`];
}

function implemented(candidate: Candidate, { claims, settings }: SelectionInput): string[] {
  const keys = keysOf(candidate);
  const rows = keys
    .flatMap((key) => rowsByKey(claims.of("ledger-row"), key))
    .sort((one, other) => one.location.offset - other.location.offset);
  const row = rows.find((one) => isImplemented(one.status, settings));
  return row === undefined ? [] : [`The ledger calls it “${row.status}” (${row.location.path}:${row.location.line}).`];
}

const dependenciesOf = indexBy(({ dependent }: DependencyClaim) => [dependent]);

function unmetDependencies(candidate: Candidate, input: SelectionInput): string[] {
  const own = dependenciesOf(input.claims.of("dependency"), candidate.key);
  return own.flatMap((dependency) => {
    const state = dependencyState(dependency, input);
    return state.met ? [] : [`It depends on “${dependency.text}”, which ${state.words}.`];
  });
}
