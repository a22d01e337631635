import { defineRule, noOptions, parsePriority, selectAmongActive } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require the head of the active queue to be unique",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    tie: {
      message: "“{title}” has rank {rank}, as has “{pick}”, the entry that `queue-lint next` picks.",
      fact: "“{pick}” has rank {rank} too, at line {line}",
      help: "Give the entries different ranks, so that everyone picks the same one.",
    },
  },
  check({ claims, facts, settings, report }) {
    const { pick, considered } = selectAmongActive({ claims, facts, settings });
    const head = pick?.priority === undefined ? undefined : parsePriority(pick.priority.text);
    // Levels such as P1 are shared by design, and order decides between them; a rank says which one is next.
    if (pick === undefined || head?.kind !== "rank") return;
    for (const { candidate, eligible } of considered) {
      if (!eligible || candidate === pick || candidate.priority === undefined) continue;
      if (parsePriority(candidate.priority.text)?.value !== head.value) continue;
      const { path, line } = pick.location;
      report("tie", candidate, {
        data: { title: candidate.title, pick: pick.title, rank: head.value, line },
        factAt: { path, line },
        identity: `rank ${head.value}`,
      });
    }
  },
});
