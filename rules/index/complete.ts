import { defineRule, z, type IndexClaim, type Unit } from "../../src/rule-api/index.ts";

/** Words of an index that lists only some. */
const onlySome =
  /\b(?:active|current|selected|some|only|recent|key|notable|highlights?|open|ongoing|in progress|not exhaustive|partial)\b|部分|一部|ausgewählt|laufend|actuels|activos/i;

export default defineRule({
  meta: {
    description: "Require each live unit to have a row in the index of its kind",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    laxer: { ignore: "more", mostMissing: "less" },
    needs: "index",
  },
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe("Names of units that need no row."),
    mostMissing: z
      .number()
      .min(0)
      .max(1)
      .default(1 / 3)
      .describe("Share of units without a row from which on an index is one of some units only."),
  }),
  messages: {
    missing: {
      message: "The index has no row for {units}.",
      fact: "{root} has {count} that the index does not list",
      help: "Add a row for each, or say in the index which units it lists.",
    },
  },
  check({ claims, facts, options, report, notChecked }) {
    for (const index of claims.of("index")) {
      if (!index.source.complete || !index.named) continue;
      const listed = new Set(index.records.flatMap(({ unit }) => (unit === undefined ? [] : [unit.path])));
      const expected = facts.units.all.filter((unit) => belongs(unit, index, listed));
      const missing = expected.filter(({ path, name }) => !listed.has(path) && !options.ignore.includes(name.text));
      const [first] = missing;
      const before = index.records
        .filter(({ unit }) => unit !== undefined && unit.name.text < (first?.name.text ?? ""))
        .at(-1);
      const last = before ?? index.records.at(-1);
      if (first === undefined || last === undefined) continue;
      if (missing.length > expected.length * options.mostMissing || listsOnlySome(index)) {
        notChecked("an index lists only some of its units", index);
        continue;
      }
      report("missing", index, {
        at: { text: last.text, location: last.location, quote: last.quote ?? last.text },
        data: { units: namesOf(missing), count: missing.length, root: first.root },
        factAt: { path: first.path },
      });
    }
  },
});

/** Units of the kinds and roots that the index lists. A row without a unit may be the one that seems to be missing. */
function belongs(unit: Unit, { records, layout, source }: IndexClaim, listed: ReadonlySet<string>): boolean {
  if (unit.layout !== layout || unit.state !== "live") return false;
  if (source.units.length > 0 && !source.units.includes(unit.source)) return false;
  if (listed.has(unit.path)) return true;
  const isNamed = records.some(
    ({ resolution, unit: own }) =>
      own === undefined && (resolution.kind === "several" ? resolution.units.includes(unit) : false),
  );
  return !isNamed && records.some(({ unit: own }) => own?.root === unit.root);
}

function listsOnlySome({ records, preface }: IndexClaim): boolean {
  const headings = new Set(records.flatMap(({ sections }) => sections.slice(-1)));
  const above = [...preface.matchAll(/^#{2,6}\s+(\S.*)$/gm)].at(-1)?.[1] ?? "";
  return headings.size <= 1 && [...headings, above].some((heading) => onlySome.test(heading));
}

const mostNames = 12;

function namesOf(units: readonly Unit[]): string {
  const names = units.slice(0, mostNames).map(({ name }) => name.text);
  const rest = units.length - names.length;
  return rest > 0 ? `${names.join(", ")} and ${rest} more` : names.join(", ");
}
