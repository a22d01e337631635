import {
  defineRule,
  entriesNamed,
  keysOf,
  lazily,
  noOptions,
  packagesOf,
  rowsByKey,
  type Facts,
  type RoadmapItemClaim,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require an item of the roadmap's present to have a candidate, a spec or a ledger row",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: ["queue", "roadmap"],
  },
  options: noOptions,
  messages: {
    orphan: {
      message: "“{title}” is on the roadmap for now, but nothing carries it.",
      fact: "no candidate, spec or ledger row has that title",
      help: "Add it to the queue, name its spec, or move it to a later horizon.",
    },
  },
  check({ claims, facts, report, notChecked }) {
    const [entries, records, rows] = [claims.of("candidate"), claims.of("removal-record"), claims.of("ledger-row")];
    const items = claims
      .of("roadmap-item")
      .filter((item) => item.horizon === "now" && item.form !== "keyed" && item.form !== "heading");
    const known = lazily(() =>
      [...entries.flatMap(keysOf), ...records.map((one) => one.key), ...rows.map((one) => one.key)].filter(
        (key) => key !== "",
      ),
    );
    const isKnown = ({ key }: RoadmapItemClaim): boolean =>
      entriesNamed({ key, target: undefined }, entries).length > 0 ||
      rowsByKey(rows, key).length > 0 ||
      isLike(key, known());
    const orphans = items.filter(
      (item) =>
        !isCarried(item, facts) && !isKnown(item) && facts.specs.nearest(item.key.replaceAll(" ", "-")) === undefined,
    );
    // When nothing of the list is known elsewhere, its items are themes and were never meant as titles.
    if (orphans.length > 0 && orphans.length === items.length) {
      notChecked("no item of the roadmap's present has the title of an entry, a spec or a ledger row");
      return;
    }
    for (const item of orphans) report("orphan", item, { data: { title: item.title } });
  },
});

function isCarried(item: RoadmapItemClaim, facts: Facts): boolean {
  return item.targets.length > 0 || packagesOf(item, facts).length > 0;
}

/** A roadmap often has a longer or shorter name for a thing; that is enough to know it. */
function isLike(key: string, known: readonly string[]): boolean {
  const own = ` ${key} `;
  return known.some((one) => own.includes(` ${one} `) || ` ${one} `.includes(own));
}
