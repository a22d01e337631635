import {
  defineRule,
  noOptions,
  phaseOf,
  phasesDiffer,
  placeOf,
  type Claims,
  type Settings,
  type StatusWord,
} from "../../src/rule-api/index.ts";

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
    const states = claims.of("diagram-state");
    if (states.length === 0) return;
    const stated = statedStatuses(claims);
    for (const shown of states) {
      const found = stated.get(shown.key);
      if (found === undefined || !differs(shown.state, found.word.text, settings)) continue;
      report("differs", shown, {
        data: {
          title: shown.title,
          state: shown.state,
          document: found.document,
          status: found.word.text,
          line: found.word.location.line,
        },
        factAt: placeOf(found.word),
      });
    }
  },
});

interface StatedStatus {
  readonly word: StatusWord;
  readonly document: string;
}

/** The ledger is nearer to the truth than the roadmap: its word is taken first. */
function statedStatuses(claims: Claims): ReadonlyMap<string, StatedStatus> {
  const stated = new Map<string, StatedStatus>();
  for (const { key, word } of claims.of("ledger-row"))
    if (!stated.has(key)) stated.set(key, { word, document: "ledger" });
  for (const { key, status } of claims.of("roadmap-item"))
    if (status !== undefined && !stated.has(key)) stated.set(key, { word: status, document: "roadmap" });
  return stated;
}

/** A diagram has few colours: it tells what is done, under way or still to come. */
function differs(shown: string, stated: string, { statuses }: Pick<Settings, "statuses">): boolean {
  const [own, other] = [phaseOf(shown, statuses), phaseOf(stated, statuses)];
  return own !== undefined && other !== undefined && phasesDiffer(own, other);
}
