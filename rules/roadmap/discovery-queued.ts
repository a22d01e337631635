import { defineRule, keysOf, insertAfterLine, noOptions, sourceLines } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Report a discovery of the inbox that is a candidate already",
    severity: "info",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    queued: {
      message: "“{title}” still waits in the inbox, but is {role} in the queue.",
      fact: "the queue has it under “{section}” at line {line}",
      help: "Take it out of the inbox, or say there that it was queued.",
    },
  },
  check({ claims, facts, report }) {
    const candidates = claims.of("candidate");
    for (const discovery of claims.of("discovery")) {
      const entry = discovery.settled
        ? undefined
        : candidates.find((candidate) => keysOf(candidate).includes(discovery.key));
      if (entry === undefined) continue;
      const { path, line } = entry.location;
      const source = sourceLines(discovery.location.path, facts);
      const note = `Queued: “${entry.title}” is in the queue under “${entry.section}”.`;
      report("queued", discovery, {
        data: { title: discovery.title, role: entry.role, section: entry.section, line },
        factAt: { path, line },
        fix:
          source === undefined
            ? undefined
            : {
                kind: "suggest",
                description: "Say below the heading that it was queued.",
                edits: [insertAfterLine(source, discovery.location.endOffset, ["", note])],
              },
      });
    }
  },
});
