import {
  defineRule,
  noOptions,
  onlyNearest,
  placeOf,
  statusOf,
  suggestText,
  type Claims,
  type LedgerRowClaim,
  type Place,
  type RoadmapItemClaim,
  type Settings,
  type StatusWord,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every status of the ledger to be a word of its list of statuses",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    unknown: {
      message: "“{word}” is not one of the statuses.",
      fact: "{source} has {words}{nearest}",
      help: "Write one of these, or add the word to the list.",
    },
  },
  check({ claims, facts, settings, report, notChecked }) {
    const vocabulary = vocabularyOf(claims, settings);
    if (vocabulary === undefined) {
      if (claims.of("ledger-row").length > 0)
        notChecked("neither the configuration (`statuses`) nor the ledger itself defines the status words");
      return;
    }
    const { statuses, name, place } = vocabulary;
    for (const { claim, word } of statedStatuses(claims, settings)) {
      if (statusOf(word.text, statuses) !== undefined) continue;
      const near = onlyNearest(
        word.text,
        statuses.all.map((status) => status.name),
      );
      report("unknown", claim, {
        data: {
          word: word.text,
          source: name,
          words: list(statuses),
          nearest: near === undefined ? "" : `; “${near}” is the nearest`,
        },
        at: word,
        fix: suggestText(word.location, [word.text, near], facts),
        factAt: place,
      });
    }
  },
});

type Statuses = Pick<Settings["statuses"], "all">;

interface Vocabulary {
  readonly statuses: Statuses;
  /** How a finding calls it. */
  readonly name: string;
  readonly place?: Place;
}

/** The words that the configuration gives, else those of the legend in the ledger; undefined when there are none. */
function vocabularyOf(claims: Claims, { statuses }: Settings): Vocabulary | undefined {
  if (statuses.configured) return { statuses, name: "the configured list" };
  const legend = claims.of("status-legend");
  const [first] = legend;
  if (first === undefined || legend.length < 2) return undefined;
  const all = legend.map(({ word }) => ({ name: word, stage: "planned" as const, words: [] }));
  return { statuses: { all }, name: "the ledger's own list", place: placeOf(first) };
}

interface StatedStatus {
  readonly claim: LedgerRowClaim | RoadmapItemClaim;
  readonly word: StatusWord;
}

/** The ledger defines its own words; only a list of the configuration holds for the roadmap too. */
function statedStatuses(claims: Claims, { statuses }: Settings): StatedStatus[] {
  const all = [
    ...claims.of("ledger-row").map((claim) => ({ claim, word: claim.word })),
    ...(statuses.configured ? claims.of("roadmap-item").map((claim) => ({ claim, word: claim.status })) : []),
  ];
  return all.flatMap(({ claim, word }): StatedStatus[] =>
    word === undefined || word.text === "" ? [] : [{ claim, word }],
  );
}

function list({ all }: Statuses): string {
  return all.map(({ name }) => `“${name}”`).join(", ");
}
