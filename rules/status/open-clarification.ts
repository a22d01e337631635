import {
  defineRule,
  isImplemented,
  noOptions,
  placeOf,
  rowsOf,
  stageOf,
  type Quotation,
  type Settings,
  type SpecPackage,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow clarification markers in a spec that is called approved or implemented",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    open: {
      message: "Spec {spec} is {status}, but still has {count} [NEEDS CLARIFICATION] {noun}.",
      fact: "the first one is at line {line} of {path}",
      help: "Answer the question in the spec, or take the status back.",
    },
  },
  check({ claims, facts, settings, report }) {
    const rows = claims.of("ledger-row");
    for (const spec of facts.specs.all) {
      const [first] = spec.clarifications;
      if (first === undefined) continue;
      const row = rowsOf(spec, rows, facts).find(({ status }) => isImplemented(status, settings));
      const said = ownStatus(spec, settings) ?? (row && { place: row.word, status: row.word.text });
      if (said === undefined) continue;
      const count = spec.clarifications.length;
      report(
        "open",
        { ...said.place, identity: `clarifications of spec ${spec.digits}` },
        {
          data: {
            spec: spec.digits,
            status: said.status,
            count,
            noun: count === 1 ? "marker" : "markers",
            ...placeOf(first),
          },
          factAt: placeOf(first),
        },
      );
    }
  },
});

interface StatedStatus {
  readonly place: Quotation;
  readonly status: string;
}

/** The status line of the spec, when it says that the questions are answered. */
function ownStatus(spec: SpecPackage, { statuses }: Pick<Settings, "statuses">): StatedStatus | undefined {
  const { status } = spec;
  const stage = status === undefined ? undefined : stageOf(status, statuses);
  const isSettled = stage === "approved" || stage === "started" || stage === "implemented";
  const place = isSettled ? spec.statusLine : undefined;
  return place === undefined || status === undefined ? undefined : { place, status };
}
