import {
  defineRule,
  entriesIn,
  inVocabulary,
  moveEntryBefore,
  noOptions,
  parsePriority,
  renumber,
  selectAmongActive,
  type Candidate,
  type FixInput,
  type Priority,
  type RuleContext,
} from "../../src/rule-api/index.ts";

interface RankedEntry {
  readonly candidate: Candidate;
  readonly priority: Priority;
}

type MessageId = "duplicate" | "gap" | "order";
type Report = RuleContext<unknown, MessageId>["report"];

/** Where findings go, and what fixes are made from. */
interface Output extends FixInput {
  readonly report: Report;
}

export default defineRule({
  meta: {
    description: "Require backlog ranks to be unique and without gaps, and P0 to stand before P1, P2 and P3",
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
      message: "“{title}” ({priority}) stands below “{other}” ({otherPriority}).",
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
      const readable = own.flatMap((candidate): RankedEntry[] => {
        const priority =
          candidate.priority === undefined || !inVocabulary(candidate.priority.text, vocabulary)
            ? undefined
            : parsePriority(candidate.priority.text, vocabulary);
        return priority === undefined ? [] : [{ candidate, priority }];
      });
      const ranked = readable.filter(({ priority }) => priority.kind === "rank");
      // Deferred entries keep the rank they had, unless the configuration says that they are ranked themselves.
      if (role !== "deferred" || vocabulary === "ranks") {
        const repeated = checkDuplicates(ranked, role === "active" ? head : undefined, report);
        // The number that is missing may be the one that is repeated, or that cannot be read.
        if (!repeated && ranked.length === own.length) checkGaps(ranked, output);
      }
      if (role === "active")
        checkOrder(
          readable.filter(({ priority }) => priority.kind !== "rank"),
          output,
        );
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
      const data = { title: candidate.title, rank: priority.value, other: other.title, line: other.location.line };
      report("duplicate", candidate, {
        data,
        factAt: { path: other.location.path, line: other.location.line },
        identity: `${candidate.role} rank ${priority.value}`,
        ...at(candidate),
      });
    }
  }
  return first.size < ranked.length;
}

/** Whether each of several groups counts from 1 without fault. */
function startsAgainByGroup(ranked: readonly RankedEntry[]): boolean {
  const groups = new Map<string, number[]>();
  for (const { candidate, priority } of ranked) {
    if (candidate.group === undefined) return false;
    groups.set(candidate.group, [...(groups.get(candidate.group) ?? []), priority.value]);
  }
  return (
    groups.size > 1 &&
    [...groups.values()].every((ranks) =>
      ranks.sort((one, other) => one - other).every((rank, index) => rank === index + 1),
    )
  );
}

function checkGaps(ranked: readonly RankedEntry[], output: Output): void {
  const sorted = [...ranked].sort((one, other) => one.priority.value - other.priority.value);
  const ranks = sorted.map(({ priority }) => priority.value);
  const gap = ranks.findIndex((rank, index) => rank !== index + 1);
  const after = sorted[gap];
  if (after === undefined) return;
  const { title, section } = after.candidate;
  const data = { title, section, rank: after.priority.value, missing: gap + 1, ranks: ranks.join(", ") };
  output.report("gap", after.candidate, { data, ...at(after.candidate), fix: renumber(sorted, output.facts) });
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
      factAt: { path: other.location.path, line: other.location.line },
      // Which of several entries stands below the other changes with their order; that some do does not.
      identity: `${priority.value} below ${above.priority.value}`,
      fix: below === undefined ? undefined : moveEntryBefore(candidate, below, output),
    });
  }
}

function at(candidate: Candidate): { at?: NonNullable<Candidate["priority"]> } {
  return candidate.priority === undefined ? {} : { at: candidate.priority };
}
