import {
  defineRule,
  noOptions,
  parsePriority,
  placeOf,
  selectAmongActive,
  type Candidate,
} from "../../src/rule-api/index.ts";

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
    const head = pick && rankOf(pick);
    if (pick === undefined || head === undefined) return;
    const others = considered.filter(({ candidate, eligible }) => eligible && candidate !== pick);
    for (const { candidate } of others) {
      if (candidate.priority === undefined || parsePriority(candidate.priority.text)?.value !== head) continue;
      report("tie", candidate, {
        data: { title: candidate.title, pick: pick.title, rank: head, line: pick.location.line },
        factAt: placeOf(pick),
        identity: `rank ${head}`,
      });
    }
  },
});

/** Levels such as P1 are shared by design, and order decides between them; a rank says which one is next. */
function rankOf({ priority }: Candidate): number | undefined {
  const parsed = priority && parsePriority(priority.text);
  return parsed?.kind === "rank" ? parsed.value : undefined;
}
