import { defineRule, noOptions, parsePriority, selectNext, type Candidate, type Priority, type RuleContext } from "../../src/rule-api/index.ts";

interface Ranked {
  readonly candidate: Candidate;
  readonly priority: Priority;
}

type MessageId = "duplicate" | "gap" | "order";
type Report = RuleContext<unknown, MessageId>["report"];

export default defineRule({
  meta: {
    description: "Require backlog ranks to be unique and without gaps, and P0 to stand before P1, P2 and P3",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    duplicate: {
      message: "“{title}” has rank {rank}, which “{other}” has already.",
      fact: "“{other}” has rank {rank} at line {line}",
      help: "Give the entries different ranks.",
    },
    gap: {
      message: "“{title}” has rank {rank}, but no entry has rank {missing}.",
      fact: "the ranks of “{section}” are {ranks}",
      help: "Close the gap, so that nobody looks for the missing entry.",
    },
    order: {
      message: "“{title}” ({priority}) stands below “{other}” ({otherPriority}).",
      fact: "“{other}” at line {line} has the lower priority {otherPriority}",
      help: "Sort the section by priority: pickers and people read from the top.",
    },
  },
  check({ claims, facts, settings, report }) {
    const head = selectNext({ claims, facts, settings }).pick;
    for (const role of ["active", "manual", "deferred"] as const) {
      const own = claims.of("candidate").filter((candidate) => candidate.role === role);
      const ranked = own.flatMap((candidate): Ranked[] => {
        const priority = candidate.priority === undefined ? undefined : parsePriority(candidate.priority.text, settings.priorities[role]);
        return priority === undefined ? [] : [{ candidate, priority }];
      });
      const ranks = ranked.filter(({ priority }) => priority.kind === "rank");
      if (role !== "deferred") checkRanks(ranks, role === "active" ? head : undefined, report);
      if (role === "active") checkOrder(ranked.filter(({ priority }) => priority.kind !== "rank"), report);
    }
  },
});

/** A rank shared with the entry that `next` picks is reported by autoprep/unique-next. */
function checkRanks(ranked: readonly Ranked[], head: Candidate | undefined, report: Report): void {
  const first = new Map<number, Candidate>();
  const ranks = [...new Set(ranked.map(({ priority }) => priority.value))].sort((one, other) => one - other);
  for (const { candidate, priority } of ranked) {
    const other = first.get(priority.value);
    if (other === undefined) {
      first.set(priority.value, candidate);
    } else if (other !== head && candidate !== head) {
      const data = { title: candidate.title, rank: priority.value, other: other.title, line: other.location.line };
      report("duplicate", candidate, { data, factAt: { path: other.location.path, line: other.location.line }, ...at(candidate) });
      return;
    } else return;
  }
  const gap = ranks.findIndex((rank, index) => rank !== index + 1);
  const after = ranked.find(({ priority }) => priority.value === ranks[gap]);
  if (gap === -1 || after === undefined) return;
  const { title, section } = after.candidate;
  report("gap", after.candidate, { data: { title, section, rank: after.priority.value, missing: gap + 1, ranks: ranks.join(", ") }, ...at(after.candidate) });
}

function checkOrder(ranked: readonly Ranked[], report: Report): void {
  for (const [index, { candidate, priority }] of ranked.entries()) {
    const above = ranked[index - 1];
    if (above === undefined || above.priority.value <= priority.value) continue;
    const other = above.candidate;
    report("order", candidate, {
      data: { title: candidate.title, priority: candidate.priority?.text ?? "", other: other.title, otherPriority: other.priority?.text ?? "", line: other.location.line },
      factAt: { path: other.location.path, line: other.location.line },
    });
  }
}

function at(candidate: Candidate): { at?: NonNullable<Candidate["priority"]> } {
  return candidate.priority === undefined ? {} : { at: candidate.priority };
}
