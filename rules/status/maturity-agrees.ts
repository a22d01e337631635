import {
  defineRule,
  isImplemented,
  ledgerContradictions,
  noOptions,
  packagesOf,
  phaseOf,
  statusConflict,
  phaseOfStage,
  phasesDiffer,
  statusOf,
  type LedgerRowClaim,
  type RoadmapItemClaim,
  type RuleContext,
  type Settings,
  type StatusWord,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "differs" | "spec" | "habit" | "cited">;

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
    spec: {
      message: "The ledger calls “{title}” {status}, but Spec {spec} calls itself “{own}”.",
      fact: "the status line of {path} says “{own}”",
      help: "Find out which is true, and let both say it.",
    },
    cited: {
      message: "The text says that the ledger has “{title}” as {status}, but its row says “{other}”.",
      fact: "the ledger says “{other}” at line {line}",
      help: "Find out which is true, and let both say it.",
    },
    habit: {
      message:
        "{count} of {settled} specs that the ledger calls implemented still say otherwise, the first is Spec {spec}, “{title}”.",
      fact: "the status line of {count} of {settled} such specs says “{own}” or the like",
      help: "Correct them, or say in the README of the specs that their status is not kept up.",
    },
  },
  check({ claims, facts, settings, report }) {
    checkSpecs({ claims, facts, settings, report });
    ledgerContradictions(claims, settings).forEach(({ saying, ...evidence }) => report("cited", saying, evidence));
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

function checkSpecs(context: Pick<Context, "claims" | "facts" | "settings" | "report">): void {
  const { claims, facts, settings, report } = context;
  const conflicts = claims.of("ledger-row").flatMap((row) => statusConflict(row, facts, settings) ?? []);
  const settled = claims
    .of("ledger-row")
    .filter((row) => isImplemented(row.status, settings) && packagesOf(row, facts).some((spec) => spec.status));
  for (const { row, spec, status, line, isBehind } of conflicts)
    report("spec", row, {
      data: {
        title: row.title,
        status: row.word.text,
        spec: spec.digits,
        own: status,
        path: spec.specFile ?? spec.path,
      },
      at: row.word,
      factAt: { path: line.location.path, line: line.location.line },
      identity: `${row.identity} spec ${spec.number}`,
      ...(isBehind ? { habit: { field: "status", settled: settled.length, message: "habit", unit: spec.number } } : {}),
    });
}

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
