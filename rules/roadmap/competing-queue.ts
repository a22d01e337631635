import { defineRule, keysOf, noOptions } from "../../src/rule-api/index.ts";

/** A list of fewer candidates is an example, not an order of work. */
const leastEntries = 2;

export default defineRule({
  meta: {
    description: "Report an order of candidates that a document keeps beside the queue",
    severity: "info",
    class: "heuristic",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    competing: {
      message: "The {document} puts {count} candidates of the queue in an order of its own.",
      fact: "the queue orders them itself, “{first}” at line {line}",
      help: "Keep the order in the queue alone, and link to it from here.",
    },
  },
  check({ claims, report }) {
    const open = claims
      .of("candidate")
      .filter((candidate) => candidate.role === "active" || candidate.role === "manual");
    for (const ordering of claims.of("ordering")) {
      const named = open.filter((candidate) => keysOf(candidate).some((key) => ordering.keys.includes(key)));
      const [first] = named;
      if (first === undefined || named.length < leastEntries) continue;
      const { path, line } = first.location;
      report("competing", ordering, {
        data: { document: ordering.document, count: named.length, first: first.title, line },
        factAt: { path, line },
      });
    }
  },
});
