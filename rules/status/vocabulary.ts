import {
  defineRule,
  noOptions,
  onlyNearest,
  replaceText,
  statusOf,
  type Statuses,
  type LedgerRowClaim,
  type RoadmapItemClaim,
  type RuleContext,
  type StatusWord,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every status of the ledger to be a word of its status ladder",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    unknown: {
      message: "“{word}” is no status of the ladder.",
      fact: "{ladder} has {words}{nearest}",
      help: "Write one of these, or add the word to the ladder.",
    },
  },
  check({ claims, facts, settings, report, notChecked }) {
    const rows = claims.of("ledger-row");
    const legend = claims.of("status-legend");
    const configured = settings.statuses.configured;
    if (!configured && legend.length < 2) {
      if (rows.length > 0)
        notChecked("neither the configuration (`statuses`) nor the ledger itself defines the status words");
      return;
    }
    const statuses = configured
      ? settings.statuses
      : { all: legend.map(({ word }) => ({ name: word, stage: "planned" as const, words: [] })) };
    const factAt = configured
      ? undefined
      : { path: legend[0]?.location.path ?? "", line: legend[0]?.location.line ?? 1 };
    for (const { claim, word } of statedStatuses(claims, configured)) {
      if (statusOf(word.text, statuses) !== undefined) continue;
      const names = statuses.all.map(({ name }) => name);
      const near = onlyNearest(word.text, names);
      const edits = near === undefined ? undefined : replaceText(word.location, [word.text, near], facts);
      report("unknown", claim, {
        data: {
          word: word.text,
          ladder: configured ? "the configured ladder" : "the ledger's own list",
          words: list(statuses),
          nearest: near === undefined ? "" : `; “${near}” is the nearest`,
        },
        at: word,
        fix: edits === undefined ? undefined : { kind: "suggest", description: `Write “${near ?? ""}”.`, edits },
        ...(factAt === undefined ? {} : { factAt }),
      });
    }
  },
});

interface StatedStatus {
  readonly claim: LedgerRowClaim | RoadmapItemClaim;
  readonly word: StatusWord;
}

/** The ledger defines its own words; only a list of the configuration holds for the roadmap too. */
function statedStatuses(claims: RuleContext<unknown, string>["claims"], configured: boolean): StatedStatus[] {
  const all = [
    ...claims.of("ledger-row").map((claim) => ({ claim, word: claim.word })),
    ...(configured ? claims.of("roadmap-item").map((claim) => ({ claim, word: claim.status })) : []),
  ];
  return all.flatMap(({ claim, word }): StatedStatus[] =>
    word === undefined || word.text === "" ? [] : [{ claim, word }],
  );
}

function list({ all }: Pick<Statuses, "all">): string {
  return all.map(({ name }) => `“${name}”`).join(", ");
}
