import {
  defineRule,
  noOptions,
  onlyNearest,
  replaceText,
  rungOf,
  type Ladder,
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
    const configured = settings.ladder.configured;
    if (!configured && legend.length < 2) {
      if (rows.length > 0)
        notChecked("neither the configuration (`ladder`) nor the ledger itself defines the status words");
      return;
    }
    const ladder = configured
      ? settings.ladder
      : { rungs: legend.map(({ word }) => ({ name: word, stage: "planned" as const, words: [] })) };
    const factAt = configured
      ? undefined
      : { path: legend[0]?.location.path ?? "", line: legend[0]?.location.line ?? 1 };
    for (const { claim, word } of statuses(claims, configured)) {
      if (rungOf(word.text, ladder) !== undefined) continue;
      const names = ladder.rungs.map((rung) => rung.name);
      const near = onlyNearest(word.text, names);
      const edits = near === undefined ? undefined : replaceText(word.location, [word.text, near], facts);
      report("unknown", claim, {
        data: {
          word: word.text,
          ladder: configured ? "the configured ladder" : "the ledger's own list",
          words: list(ladder),
          nearest: near === undefined ? "" : `; “${near}” is the nearest`,
        },
        at: word,
        fix: edits === undefined ? undefined : { kind: "suggest", description: `Write “${near ?? ""}”.`, edits },
        ...(factAt === undefined ? {} : { factAt }),
      });
    }
  },
});

interface Stated {
  readonly claim: LedgerRowClaim | RoadmapItemClaim;
  readonly word: StatusWord;
}

/** The ledger defines its own words; only a ladder of the configuration holds for the roadmap too. */
function statuses(claims: RuleContext<unknown, string>["claims"], configured: boolean): Stated[] {
  const all = [
    ...claims.of("ledger-row").map((claim) => ({ claim, word: claim.word })),
    ...(configured ? claims.of("roadmap-item").map((claim) => ({ claim, word: claim.status })) : []),
  ];
  return all.flatMap(({ claim, word }): Stated[] => (word === undefined || word.text === "" ? [] : [{ claim, word }]));
}

function list({ rungs }: Pick<Ladder, "rungs">): string {
  return rungs.map((rung) => `“${rung.name}”`).join(", ");
}
