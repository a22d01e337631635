import { defineRule, isImplemented, noOptions, rowsOf, stageOf } from "../../src/rule-api/index.ts";

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
      const stage = spec.status === undefined ? undefined : stageOf(spec.status, settings.statuses);
      const own = stage === "approved" || stage === "started" || stage === "implemented" ? spec.statusLine : undefined;
      const row = rowsOf(spec, rows, facts).find((one) => isImplemented(one.status, settings));
      const said = own ?? row?.word;
      if (said === undefined) continue;
      const count = spec.clarifications.length;
      const { path, line } = first.location;
      report(
        "open",
        { ...said, identity: `clarifications of spec ${spec.digits}` },
        {
          data: {
            spec: spec.digits,
            status: own === undefined ? (row?.word.text ?? "") : (spec.status ?? ""),
            count,
            noun: count === 1 ? "marker" : "markers",
            line,
            path,
          },
          factAt: { path, line },
        },
      );
    }
  },
});
