import type { Unit } from "../core/unit.ts";
import { isImplemented } from "../rule-api/index.ts";
import { append, canary, replace, textOf, type Drift, type Site } from "./site.ts";

/** A path in the same directory that is not there. */
function beside(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1) + "queue-lint-canary-nowhere.md";
}

function unitWhere({ model }: Site, test: (unit: Unit) => boolean): Unit | undefined {
  return model.facts.units.all.find((unit) => unit.tasks !== undefined && test(unit));
}

/** A drift of ledger, roadmap, specs and instruction files for each rule that judges them. */
export const recordPlanters: Readonly<Record<string, (site: Site) => Drift>> = {
  "status/vocabulary": (site) => {
    const row = site.model.claims.of("ledger-row")[0];
    return row === undefined ? undefined : replace(site, row.word.location, "zorbified");
  },
  "status/evidence-resolves": (site) => {
    const evidence = site.model.claims
      .of("evidence")
      .find((one) => one.form === "path" && one.absence === undefined && site.snapshot.read(one.target).ok);
    const gone = evidence && beside(evidence.target);
    return evidence === undefined || gone === undefined
      ? undefined
      : wordsReplaced(site, evidence.location, { from: evidence.target, to: gone });
  },
  "status/implemented-tasks-open": (site) => {
    const { claims, facts, settings } = site.model;
    const targets = claims.of("ledger-row").flatMap((row) => (isImplemented(row.status, settings) ? row.targets : []));
    const spec = targets
      .flatMap((target) => facts.specs.numbered(target.spec))
      .find(
        ({ tasks, closeOut }) => closeOut === undefined && tasks !== undefined && tasks.done > 0 && tasks.open === 0,
      );
    return append(site, spec && `${spec.path}/tasks.md`, `- [ ] T998 ${canary}`);
  },
  "status/open-clarification": (site) => {
    const { facts, settings } = site.model;
    const spec = facts.specs.all.find(
      ({ status, statusLine, specFile, clarifications }) =>
        specFile !== undefined &&
        statusLine !== undefined &&
        clarifications.length === 0 &&
        isImplemented(status ?? "", settings),
    );
    return append(site, spec?.specFile, `[NEEDS CLARIFICATION: ${canary}?]`);
  },
  "status/phantom-task": (site) => {
    const unit = unitWhere(site, () => true);
    return append(site, unit?.tasks?.path, `- [x] T997 ${canary} in \`src/queue-lint-canary-nowhere.ts\``);
  },
  "reference/number-unique": ({ model }) => {
    const { specs, declarations } = model.facts;
    const spec = specs.all.find(
      ({ specFile, number }) =>
        specFile !== undefined &&
        specs.numbered(number).length === 1 &&
        declarations.explained("shared", number) === undefined,
    );
    const root = spec?.path.split("/").slice(0, -1).join("/");
    return spec === undefined
      ? undefined
      : new Map([
          [
            `${root ?? ""}/${spec.digits}-queue-lint-canary/spec.md`,
            `# ${canary}\n\nNothing but a canary of doctor.\n`,
          ],
        ]);
  },
};

function wordsReplaced(
  site: Site,
  location: Parameters<typeof replace>[1],
  { from, to }: { readonly from: string; readonly to: string },
): Drift {
  const text = textOf(site, location.path)?.slice(location.offset, location.endOffset);
  const changed = text?.replace(from, () => to);
  return changed === undefined || changed === text ? undefined : replace(site, location, changed);
}
