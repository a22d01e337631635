import { isImplemented } from "../rule-api/index.ts";
import {
  addTo,
  append,
  canary,
  candidateIn,
  entriesOf,
  entry,
  replace,
  unusedNumber,
  type Drift,
  type Site,
} from "./site.ts";

const priority = "**Priority**: P1";

/** The target of a promoted entry whose number is written in it, with other words. */
function retargeted(site: Site, words: (digits: string, slug: string | undefined) => string, wantsSlug = false): Drift {
  const promoted = site.model.claims
    .of("promoted")
    .find(({ target }) => site.model.facts.specs.has(target.spec) && (!wantsSlug || target.slug !== undefined));
  return promoted === undefined
    ? undefined
    : replace(site, promoted.target.location, words(unusedNumber(site), promoted.target.slug));
}

function titled(site: Site, role: "promoted" | "manual" | "deferred" | "active"): Drift {
  const other = candidateIn(site, role);
  return other === undefined
    ? undefined
    : addTo(site, "active", entry(site, "active", { title: other.title, fields: [priority] }));
}

function active(site: Site, fields: readonly string[], title = canary): Drift {
  return addTo(site, "active", entry(site, "active", { title, fields }));
}

/** Whether no spec has a title, and no other entry of the queue. */
function isNowhereElse({ title, key }: { readonly title: string; readonly key: string }, { model }: Site): boolean {
  const twins = model.claims
    .of("candidate")
    .filter((one) => (one.title !== title || one.key !== key ? one.key === key : one.role !== "deferred"));
  return twins.length === 0 && model.facts.specs.titled(title) === undefined;
}

/** A drift of the queue for each rule that judges it. */
export const queuePlanters: Readonly<Record<string, (site: Site) => Drift>> = {
  "promotion/spec-exists": (site) => retargeted(site, (digits) => `Spec ${digits} (\`queue-lint-canary\`)`),
  "promotion/slug-matches": (site) => retargeted(site, (digits, slug) => `Spec ${digits} (\`${slug ?? ""}\`)`, true),
  "promotion/has-target": (site) => addTo(site, "promoted", `- \`${canary}\` -> Spec TBD\n`),
  "promotion/once": (site) => {
    const [one, other] = site.model.facts.specs.all;
    return one === undefined || other === undefined
      ? undefined
      : addTo(
          site,
          "promoted",
          `- \`${canary}\` -> Spec ${one.digits} (\`${one.slug}\`)\n- \`${canary}\` -> Spec ${other.digits} (\`${other.slug}\`)\n`,
        );
  },
  "active/not-specced": (site) => {
    const spec = site.model.facts.specs.all.find(({ title }) => title !== undefined);
    return spec?.title === undefined ? titled(site, "promoted") : active(site, [priority], spec.title);
  },
  "active/exclusive": (site) => {
    const other = site.model.claims.of("candidate").find((one) => one.role === "deferred" && isNowhereElse(one, site));
    return other === undefined ? undefined : active(site, [priority], other.title);
  },
  "active/not-implemented": (site) => {
    const { claims, settings } = site.model;
    const row = claims
      .of("ledger-row")
      .find((one) => isImplemented(one.status, settings) && one.targets.length === 0 && isNowhereElse(one, site));
    return row === undefined ? undefined : active(site, [priority], row.title);
  },
  "active/priority-vocabulary": (site) => active(site, ["**Priority**: Zz9"]),
  "active/required-fields": (site) => active(site, []),
  "autoprep/manual-leak": (site) => titled(site, "manual"),
  "autoprep/manual-reason": (site) =>
    addTo(site, "manual", entry(site, "manual", { title: canary, fields: ["**Why manual promotion only**: TBD"] })),
  "dependency/known": (site) => active(site, [priority, `**Depends on**: Spec ${unusedNumber(site)}`]),
  "dependency/cycle": (site) =>
    addTo(
      site,
      "active",
      entriesOf(
        entry(site, "active", { title: `${canary} one`, fields: [priority, `**Depends on**: \`${canary} two\``] }),
        entry(site, "active", { title: `${canary} two`, fields: [priority, `**Depends on**: \`${canary} one\``] }),
      ),
    ),
  "reference/entry-unique": (site) => {
    const two = entry(site, "active", { title: canary, fields: [priority] });
    return addTo(site, "active", entriesOf(two, two));
  },
  "reference/spec-known": (site) =>
    append(site, site.model.settings.queue?.path, `The work goes on in Spec ${unusedNumber(site)}.`),
  "reference/heading-anchor": (site) =>
    append(site, site.model.settings.queue?.path, `See [the list](#queue-lint-canary-nowhere).`),
  "scope/unknown-section": (site) =>
    append(site, site.model.settings.queue?.path, `## ${canary} section\n\n- **${canary}**\n- **${canary} too**`),
  "review/date-valid": (site) => {
    const date = site.model.claims.of("review-date")[0];
    return date === undefined || date.value === ""
      ? undefined
      : valueReplaced(site, date.location, { value: date.value, words: "2026-02-31" });
  },
  "suppression/reason": (site) =>
    append(
      site,
      site.model.settings.queue?.path,
      "<!-- queue-lint-disable-next-line promotion/spec-exists -->\n\n- Nothing to see.",
    ),
  "suppression/unused": (site) =>
    append(
      site,
      site.model.settings.queue?.path,
      "<!-- queue-lint-disable-next-line reference/entry-unique -- a canary of doctor, which nothing needs -->\n\n- Nothing to see.",
    ),
  "suppression/expired": (site) =>
    append(
      site,
      site.model.settings.queue?.path,
      "<!-- queue-lint-disable-next-line promotion/spec-exists -- a canary of doctor, which has ended until 2020-01-31 -->\n\n- Nothing to see.",
    ),
};

function valueReplaced(
  site: Site,
  location: Parameters<typeof replace>[1],
  { value, words }: { readonly value: string; readonly words: string },
): Drift {
  const read = site.snapshot.read(location.path);
  const at = read.ok ? read.text.indexOf(value, location.offset) : -1;
  return at === -1 ? undefined : replace(site, { ...location, offset: at, endOffset: at + value.length }, words);
}
