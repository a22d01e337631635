import {
  defineRule,
  entriesIn,
  moveEntryBefore,
  noOptions,
  placeOf,
  rankedEntries,
  renumber,
  selectAmongActive,
  startsAgainByGroup,
  type Candidate,
  type FixInput,
  type RankedEntry,
  type RuleContext,
} from "../../src/rule-api/index.ts";

type Report = RuleContext<unknown, "duplicate" | "gap" | "order">["report"];

/** Where findings go, and what fixes are made from. */
interface Output extends FixInput {
  readonly report: Report;
}

export default defineRule({
  meta: {
    description: "Require backlog ranks to be unique and without gaps, and P0 to come before P1, P2 and P3",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
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
      message: "“{title}” ({priority}) is below “{other}” ({otherPriority}).",
      fact: "“{other}” at line {line} has the lower priority {otherPriority}",
      help: "Sort the section by priority: pickers and people read from the top.",
    },
  },
  check({ claims, facts, settings, report }) {
    const output = { claims, facts, report };
    const head = selectAmongActive({ claims, facts, settings }).pick;
    for (const role of ["active", "manual", "deferred"] as const) {
      const vocabulary = settings.priorities[role];
      const own = entriesIn(role, claims.of("candidate"));
      const readable = rankedEntries(own, vocabulary);
      const ranked = readable.filter(({ priority }) => priority.kind === "rank");
      // Deferred entries keep the rank they had, unless the configuration says that they are ranked themselves.
      if (role !== "deferred" || vocabulary === "ranks") {
        const repeated = checkDuplicates(ranked, role === "active" ? head : undefined, report);
        // The number that is missing may be the one that is repeated, or that cannot be read.
        if (!repeated && ranked.length === own.length) checkGaps(ranked, output);
      }
      const graded = readable.filter(({ priority }) => priority.kind !== "rank");
      if (role === "active") checkOrder(graded, output);
    }
  },
});

/** Whether a rank is repeated. One shared with the entry that `next` picks is reported by autoprep/unique-next. */
function checkDuplicates(ranked: readonly RankedEntry[], head: Candidate | undefined, report: Report): boolean {
  if (startsAgainByGroup(ranked)) return true;
  const first = new Map<number, Candidate>();
  for (const { candidate, priority } of ranked) {
    const other = first.get(priority.value);
    if (other === undefined) first.set(priority.value, candidate);
    else if (other !== head && candidate !== head) {
      report("duplicate", candidate, {
        data: { title: candidate.title, rank: priority.value, other: other.title, line: other.location.line },
        factAt: placeOf(other),
        identity: `${candidate.role} rank ${priority.value}`,
        at: candidate.priority,
      });
    }
  }
  return first.size < ranked.length;
}

function checkGaps(ranked: readonly RankedEntry[], output: Output): void {
  const sorted = [...ranked].sort((one, other) => one.priority.value - other.priority.value);
  const ranks = sorted.map(({ priority }) => priority.value);
  const gap = ranks.findIndex((rank, index) => rank !== index + 1);
  const after = sorted[gap];
  if (after === undefined) return;
  const { title, section } = after.candidate;
  const data = { title, section, rank: after.priority.value, missing: gap + 1, ranks: ranks.join(", ") };
  output.report("gap", after.candidate, { data, at: after.candidate.priority, fix: renumber(sorted, output.facts) });
}

function checkOrder(ranked: readonly RankedEntry[], output: Output): void {
  for (const [index, { candidate, priority }] of ranked.entries()) {
    const above = ranked[index - 1];
    if (above === undefined || above.priority.value <= priority.value) continue;
    const other = above.candidate;
    const below = ranked.find((one) => one.priority.value > priority.value)?.candidate;
    output.report("order", candidate, {
      data: {
        title: candidate.title,
        priority: candidate.priority?.text ?? "",
        other: other.title,
        otherPriority: other.priority?.text ?? "",
        line: other.location.line,
      },
      factAt: placeOf(other),
      // Which of several entries is below the other changes with their order; that some do does not.
      identity: `${priority.value} below ${above.priority.value}`,
      fix: below === undefined ? undefined : moveEntryBefore(candidate, below, output),
    });
  }
}
