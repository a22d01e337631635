import { defineRule, noOptions, phaseOf, type StatusWord } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require the states in a Mermaid diagram to agree with the table or list",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    differs: {
      message: "The diagram shows “{title}” as {state}, but the {document} says {status}.",
      fact: "the {document} says “{status}” at line {line}",
      help: "Correct the diagram, or the status.",
    },
  },
  check({ claims, settings, report }) {
    const [rows, items, states] = [claims.of("ledger-row"), claims.of("roadmap-item"), claims.of("diagram-state")];
    if (states.length === 0) return;
    const stated = new Map<string, { word: StatusWord; document: string }>();
    // The ledger is nearer to the truth than the roadmap: its word is taken first.
    for (const row of rows) if (!stated.has(row.key)) stated.set(row.key, { word: row.word, document: "ledger" });
    for (const item of items)
      if (item.status !== undefined && !stated.has(item.key))
        stated.set(item.key, { word: item.status, document: "roadmap" });
    for (const shown of states) {
      const found = stated.get(shown.key);
      // A diagram has few colours: it tells what is done, under way or still to come.
      const [own, other] = [shown.state, found?.word.text ?? ""].map((status) => phaseOf(status, settings.statuses));
      if (found === undefined || own === undefined || other === undefined || own === other) continue;
      const { path, line } = found.word.location;
      report("differs", shown, {
        data: { title: shown.title, state: shown.state, document: found.document, status: found.word.text, line },
        factAt: { path, line },
      });
    }
  },
});
