import type { AuditModel } from "../core/audit-model.ts";
import type { Candidate } from "../core/claims/claim.ts";
import type { Unit } from "../core/unit.ts";
import { reasonsAgainstWork, selectNext } from "../rule-api/index.ts";
import { packagesOf, unitsOf, type Item } from "./find-item.ts";
import { quoted } from "./quoted.ts";
import type { Verdict } from "./verdict.ts";

type Judgement = Pick<Verdict, "kind" | "reasons" | "release">;

/**
 * May this item be worked on? The answer for an entry is that of the selection that `next` makes. A unit is released when its entry was, or by a status of its
 * own; a finished one is refused to those who name it, and left alone on its branch, where its last work may still go on.
 */
export function judgeStart(item: Item, model: AuditModel): Judgement {
  const entries = [...item.named, ...item.led];
  if (entries.length === 0) return item.units.length === 0 ? nothingNamed(item, model) : byUnits(item);
  const judged = entries.map((candidate) => judgeEntry(candidate, item, model));
  const refused = judged.filter(({ kind }) => kind === "refused");
  if (refused.length > 0)
    return {
      kind: "refused",
      reasons: [...several(item, entries), ...refused.flatMap(({ reasons }) => reasons)],
      release: refused.flatMap(({ release }) => release),
    };
  const titles = new Set(entries.map(({ key }) => key));
  if (titles.size > 1 || (entries.length > 1 && item.led.length === 0)) return ambiguous(item, entries);
  return { kind: "allowed", reasons: judged[0]?.reasons ?? [], release: [] };
}

function judgeEntry(candidate: Candidate, item: Item, model: AuditModel): Judgement {
  const packages = packagesOf(candidate, model);
  if (candidate.role === "promoted" && packages.length > 0) {
    const finished = item.from === "argument" ? unitsOf(candidate, model).flatMap(finishedState) : [];
    return finished.length > 0
      ? {
          kind: "refused",
          reasons: finished,
          release: ["A person writes what is to be done now as an entry of its own."],
        }
      : {
          kind: "allowed",
          reasons: [`${quoted(candidate.title)} was promoted to ${packages.join(", ")} (${placeOf(candidate)}).`],
          release: [],
        };
  }
  const begun = item.units.length > 0 || (!explicit(item) && packages.length > 0);
  const reasons = begun ? reasonsAgainstWork(candidate, model) : reasonsOf(candidate, model);
  return reasons.length === 0
    ? { kind: "allowed", reasons: [allowedBecause(candidate, begun)], release: [] }
    : {
        kind: "refused",
        reasons: reasons.map((reason) => `${quoted(candidate.title)} (${placeOf(candidate)}): ${reason}`),
        release: [releaseOf(candidate, model)],
      };
}

/** What has a spec may be gone on with, though `next` offers it to nobody any more. */
function allowedBecause(candidate: Candidate, begun: boolean): string {
  const named = `${quoted(candidate.title)} (${placeOf(candidate)})`;
  return begun ? `${named} has begun, and nothing keeps it from going on.` : `${named} may be picked.`;
}

function reasonsOf(candidate: Candidate, model: AuditModel): readonly string[] {
  return selectNext(model).considered.find((one) => one.candidate === candidate)?.reasons ?? [];
}

/** What a person would have to write. It names the repository's own section. */
function releaseOf(candidate: Candidate, { claims }: AuditModel): string {
  const place = placeOf(candidate);
  if (candidate.role === "active") return `A person settles that at ${place}, or changes the words there that say it.`;
  const active = claims
    .of("section")
    .find(({ role, location }) => role === "active" && location.path === candidate.location.path);
  const under =
    active === undefined ? "a section of active candidates" : `“${active.text}” (line ${active.location.line})`;
  return candidate.role === "promoted"
    ? `A person names the spec that ${place} is promoted to, or moves the entry to ${under}.`
    : `A person moves the entry from ${place} to ${under}.`;
}

function byUnits(item: Item): Judgement {
  if (item.units.length > 1)
    return {
      kind: explicit(item) ? "refused" : "unknown",
      reasons: [
        `${quoted(item.text)} means ${item.units.length} things: ${item.units.map(({ path }) => path).join(", ")}.`,
      ],
      release: explicit(item) ? ["Name one of them by its path."] : [],
    };
  const [unit] = item.units as readonly [Unit];
  const finished = finishedState(unit);
  if (finished.length > 0 && item.from === "argument")
    return {
      kind: "refused",
      reasons: finished,
      release: [`A person corrects the status of ${unit.path}, or writes what is to be done now as something new.`],
    };
  const released = unit.statuses.find(
    ({ stage }) => stage === "approved" || stage === "started" || stage === "partial",
  );
  if (released !== undefined)
    return {
      kind: "allowed",
      reasons: [`${unit.path} says “${released.text}” (${released.location.path}:${released.location.line}).`],
      release: [],
    };
  return {
    kind: "unknown",
    reasons: [`No entry of a queue leads to ${unit.path}, and it does not say that a person released it.`],
    release: [],
  };
}

function finishedState(unit: Unit): string[] {
  if (unit.state === "archived") return [`${unit.path} is archived.`];
  const status = unit.statuses.find(({ stage }) => stage === "implemented" || stage === "closed");
  return status === undefined
    ? []
    : [`${unit.path} is finished: it says “${status.text}” (${status.location.path}:${status.location.line}).`];
}

function nothingNamed(item: Item, { settings, facts }: AuditModel): Judgement {
  const where =
    settings.queue === undefined && facts.units.all.length === 0 ? "; this repository has no queue and no units" : "";
  return {
    kind: "unknown",
    reasons: [`${quoted(item.text)} is not an entry of the queue and not a unit${where}.`],
    release: [],
  };
}

function ambiguous(item: Item, entries: readonly Candidate[]): Judgement {
  return explicit(item)
    ? {
        kind: "refused",
        reasons: several(item, entries),
        release: ["Name one of them by its place, as in docs/queue.md:12."],
      }
    : { kind: "unknown", reasons: several(item, entries), release: [] };
}

function several({ text }: Item, entries: readonly Candidate[]): string[] {
  return entries.length < 2
    ? []
    : [
        `${quoted(text)} means ${entries.length} entries: ${entries.map((one) => `${quoted(one.title)} (${placeOf(one)})`).join(", ")}.`,
      ];
}

function explicit({ from }: Item): boolean {
  return from === "argument" || from === "hook";
}

export function placeOf({ location }: Candidate): string {
  return `${location.path}:${location.line}`;
}
