import { defineRule, keysOf, lazily, noOptions, packagesOf, type Facts, type RoadmapItemClaim, type RuleContext } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require an item of the roadmap's present to have a candidate, a spec or a ledger row",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    orphan: {
      message: "“{title}” is on the roadmap for now, but nothing carries it.",
      fact: "no candidate, spec or ledger row has that title",
      help: "Add it to the queue, name its spec, or move it to a later lane.",
    },
  },
  check({ claims, facts, report, notChecked }) {
    const items = claims.of("roadmap-item").filter((item) => item.lane === "now" && item.form !== "keyed");
    const known = lazily(() => knownKeys(claims));
    const orphans = items.filter((item) => !isCarried(item, known, facts));
    // When nothing of the list is known elsewhere, its items are themes and were never meant as titles.
    if (orphans.length > 0 && orphans.length === items.length) {
      notChecked("no item of the roadmap's present has the title of an entry, a spec or a ledger row");
      return;
    }
    for (const item of orphans) report("orphan", item, { data: { title: item.title } });
  },
});

function knownKeys(claims: RuleContext<unknown, string>["claims"]): readonly string[] {
  const entries = claims.of("candidate").flatMap(keysOf);
  return [...entries, ...claims.of("removal-record").map((one) => one.key), ...claims.of("ledger-row").map((one) => one.key)].filter((key) => key !== "");
}

/** A roadmap often has a longer or shorter name for a thing; that is enough to know it. */
function isCarried(item: RoadmapItemClaim, known: () => readonly string[], facts: Facts): boolean {
  if (item.targets.length > 0 || packagesOf(item, facts).length > 0) return true;
  const own = ` ${item.key} `;
  return known().some((key) => own.includes(` ${key} `) || ` ${key} `.includes(own)) || facts.specs.nearest(item.key.replaceAll(" ", "-")) !== undefined;
}
