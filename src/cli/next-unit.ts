import type { AuditModel } from "../core/audit-model.ts";
import type { UnitConsideration, UnitSelection } from "../core/selection.ts";

/** What `next` says of units of layouts. */
export interface UnitAnswer {
  /** The one that may be taken; undefined where none may, or two layouts name one each. */
  readonly pick: UnitConsideration | undefined;
  /** The layout of the pick, for display. */
  readonly layout: string | undefined;
  /** Why nothing may be picked. */
  readonly reason: string | undefined;
}

/** One answer for all layouts: two that both name something are not chosen between. */
export function unitAnswer(selections: readonly UnitSelection[], model: AuditModel): UnitAnswer {
  const [first, ...others] = selections.filter(({ pick }) => pick !== undefined);
  if (first !== undefined && others.length === 0)
    return { pick: first.pick, layout: first.layoutTitle, reason: undefined };
  const reason = first === undefined ? whyNone(selections, model) : whyNotOne([first, ...others]);
  return { pick: undefined, layout: undefined, reason };
}

function whyNotOne(selections: readonly UnitSelection[]): string {
  const offers = selections.map(({ layoutTitle, pick }) => `${layoutTitle} names “${pick?.title ?? ""}”`);
  const flags = selections.map(({ layout }) => `\`--layout ${layout}\``).join(" or ");
  return `Nothing may be picked: ${offers.join(" and ")}. Choose with ${flags}.`;
}

function whyNone(selections: readonly UnitSelection[], { settings }: AuditModel): string {
  if (selections.length > 0) return `Nothing may be picked: ${selections.map(noneOf).join(", and ")}.`;
  const layouts = settings.layouts.map(({ layout }) => layout.title);
  if (layouts.length === 0) return "Nothing may be picked: the repository has no queue.";
  const said = layouts.length === 1 ? "its layout does" : "its layouts do";
  return `Nothing may be picked: the repository has no queue, and ${said} not say what is free (${layouts.join(", ")}).`;
}

function noneOf({ layoutTitle, considered }: UnitSelection): string {
  if (considered.length === 0) return `${layoutTitle} has nothing to choose from`;
  const many = considered.length === 1 ? "the one candidate" : `none of the ${considered.length} candidates`;
  return considered.length === 1
    ? `${many} of ${layoutTitle} is not free (--explain says why)`
    : `${many} of ${layoutTitle} is free (--explain says why)`;
}

/** A unit as JSON. */
export function unitJson({ unit, title, priority, location }: UnitConsideration): object {
  return {
    title,
    role: unit.source,
    priority: priority ?? null,
    path: location.path,
    line: location.line,
    layout: unit.layout,
    id: unit.id,
  };
}

/** The pick in two lines. */
export function unitLines({ unit, title, priority, location }: UnitConsideration, layout: string): string[] {
  const words = priority === undefined ? "no priority" : `priority ${priority}`;
  return [title, `  ${placeOf({ unit, location })}  ${words}  ${unit.source} of ${layout}`];
}

/** A directory has no lines. */
function placeOf({ unit, location: { path, line } }: Pick<UnitConsideration, "unit" | "location">): string {
  return path === unit.path && unit.files.length > 0 ? path : `${path}:${line}`;
}

/** Every other unit below the reason why it may not be taken. */
export function unitExplanation(selections: readonly UnitSelection[], pick: UnitConsideration | undefined): string[] {
  const groups = new Map<string, UnitConsideration[]>();
  for (const one of selections.flatMap(({ considered }) => considered)) {
    if (one === pick) continue;
    const why = one.eligible ? "Free, but later in the order." : one.reasons.join(" ");
    groups.set(why, [...(groups.get(why) ?? []), one]);
  }
  return [...groups].flatMap(([why, all]) => ["", why, ...all.map((one) => `  ${placeOf(one)}  ${one.title}`)]);
}
