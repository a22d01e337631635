import { append, canary, textOf, replace, unusedNumber, type Drift, type Site } from "./site.ts";

/** So many places are tried: the first may be one that the repository says something about. */
const mostPlaces = 5;

/** Drifts of which nobody can say beforehand which place takes them: a rule that finds none of them is not proved, and not broken. */
export const placePlanters: Readonly<Record<string, (site: Site) => readonly Drift[]>> = {
  "unit/archived-open": (site) =>
    some(site.model.facts.units.all, ({ state, tasks }) =>
      state === "archived" && tasks !== undefined ? append(site, tasks.path, `- [ ] T999 ${canary}`) : undefined,
    ),
  "unit/identity-agrees": (site) =>
    some(site.model.facts.units.all, ({ identities }) => {
      const stated = identities.find(({ number }) => number !== undefined);
      return stated?.number === undefined ? undefined : renumbered(site, stated.location, stated.number);
    }),
  "index/row-resolves": (site) =>
    some(site.model.claims.of("plan-record"), ({ record }) => {
      const number = record.references.find((one) => one.number !== undefined)?.number;
      return number === undefined ? undefined : renumbered(site, record.extent, number);
    }),
  "autoprep/agent-docs-agree": (site) =>
    some(site.model.settings.agents, (path) =>
      append(site, path, "Run `npx queue-lint canary-nowhere` before each pick."),
    ),
};

function some<Thing>(things: readonly Thing[], plant: (thing: Thing) => Drift): readonly Drift[] {
  const drifts: Drift[] = [];
  for (const thing of things) {
    const drift = plant(thing);
    if (drift !== undefined) drifts.push(drift);
    if (drifts.length === mostPlaces) break;
  }
  return drifts;
}

function renumbered(site: Site, location: Parameters<typeof replace>[1], number: string): Drift {
  const text = textOf(site, location.path)?.slice(location.offset, location.endOffset);
  const changed = text?.replaceAll(number, unusedNumber(site));
  return changed === undefined || changed === text ? undefined : replace(site, location, changed);
}
