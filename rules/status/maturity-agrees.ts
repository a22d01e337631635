import {
  defineRule,
  noOptions,
  phaseOf,
  phaseOfStage,
  phasesDiffer,
  statusOf,
  type LedgerRowClaim,
  type RoadmapItemClaim,
  type Settings,
  type StatusWord,
} from "../../src/rule-api/index.ts";

/** One statement of how far a thing is. */
interface Statement {
  readonly claim: LedgerRowClaim | RoadmapItemClaim;
  readonly word: StatusWord;
}

export default defineRule({
  meta: {
    description: "Disallow two statuses for one item",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    differs: {
      message: "“{title}” is {status} here, but {other} in the {document}.",
      fact: "the {document} says “{other}” at line {line}",
      help: "Find out which is true, and let both say it.",
    },
  },
  check({ claims, settings, report }) {
    const rows = new Map<string, Statement>();
    for (const row of claims.of("ledger-row")) {
      const statement = { claim: row, word: row.word };
      const earlier = rows.get(row.key);
      if (earlier === undefined) rows.set(row.key, statement);
      else if (disagree(earlier.word, statement.word, settings)) report("differs", row, evidence(statement, earlier));
    }
    for (const item of claims.of("roadmap-item")) {
      const row = rows.get(item.key);
      const { status } = item;
      if (row === undefined || status === undefined || !disagree(status, row.word, settings)) continue;
      if (!isShippedAsPlanned(status, row.word, settings))
        report("differs", item, evidence({ claim: item, word: status }, row));
    }
  },
});

/** Planned here and implemented there is reported by roadmap/shipped-as-planned. */
function isShippedAsPlanned(item: StatusWord, row: StatusWord, { statuses }: Pick<Settings, "statuses">): boolean {
  const own = phaseOf(item.text, statuses);
  return phaseOf(row.text, statuses) === "implemented" && (own === "open" || own === "started" || own === "waiting");
}

/** Two words disagree when their stages do; two words of the team’s own list when they differ. */
function disagree(one: StatusWord, other: StatusWord, { statuses }: Pick<Settings, "statuses">): boolean {
  const [a, b] = [statusOf(one.text, statuses), statusOf(other.text, statuses)];
  if (a === undefined || b === undefined) return false;
  return statuses.configured ? a !== b : phasesDiffer(phaseOfStage(a.stage), phaseOfStage(b.stage));
}

function evidence({ claim, word }: Statement, other: Statement) {
  const { path, line } = other.word.location;
  return {
    data: { title: claim.title, status: word.text, other: other.word.text, document: other.claim.document, line },
    at: word,
    factAt: { path, line },
  };
}
