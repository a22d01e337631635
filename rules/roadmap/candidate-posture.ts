import {
  defineRule,
  doneItems,
  isAstray,
  keysOf,
  nearest,
  noOptions,
  parsePriority,
  placeOf,
  type Candidate,
  type Claims,
  type Facts,
  type ReportedRoleClaim,
  type RuleContext,
  type Settings,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require the queue to hold what the roadmap says about a candidate",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: ["queue", "roadmap"],
  },
  options: noOptions,
  messages: {
    absent: {
      message: "The roadmap calls “{title}” an active candidate, but the queue has no such entry.",
      fact: "no entry of the queue has that title{nearest}",
      help: "Add the entry, correct the title, or take the remark from the roadmap.",
    },
    elsewhere: {
      message: "The roadmap says that “{title}” is {said}, but in the queue it is {role}.",
      fact: "it is under “{section}” at line {line}",
      help: "Let the roadmap say where the candidate is, or move it.",
    },
    done: {
      message: "The roadmap calls “{title}” {said}, but the queue has it as an active candidate.",
      fact: "it is under “{section}” at line {line}",
      help: "Move the entry out of the active section, or correct the roadmap.",
    },
    priority: {
      message: "The roadmap calls “{title}” {said}, but its entry says {priority}.",
      fact: "its priority is {priority} at line {line}",
      help: "Correct one of the two.",
    },
    target: {
      message: "The roadmap says that “{title}” became Spec {said}, but it is promoted to Spec {spec}.",
      fact: "its promoted line at line {line} names Spec {spec}",
      help: "Correct one of the two.",
    },
  },
  check({ claims, facts, settings, report, notChecked }) {
    reportDone(claims, settings, report);
    const candidates = claims.of("candidate");
    for (const reported of claims.of("reported-role")) {
      const { title } = reported;
      const entries = candidates.filter((candidate) => keysOf(candidate).includes(reported.key));
      const own = entries.find((candidate) => candidate.role === reported.says);
      const [other] = entries;
      if (own !== undefined) {
        const wrong = contradiction(own, reported, facts);
        if (wrong !== undefined)
          report(wrong.message, reported, {
            data: { title, line: own.location.line, ...wrong.data },
            factAt: placeOf(own),
          });
      } else if (other !== undefined) {
        // Superseded because it became a spec is how a promoted entry may look as well.
        if (reported.says === "promoted" && other.role === "superseded") continue;
        report("elsewhere", reported, {
          data: { title, said: reported.says, role: other.role, section: other.section, line: other.location.line },
          factAt: placeOf(other),
        });
      } else if (reported.says === "active") {
        const near = nearest(
          title,
          candidates.map((candidate) => candidate.title),
        );
        report("absent", reported, {
          data: { title, nearest: near === undefined ? "" : `; “${near}” is the nearest` },
        });
      } else notChecked(`the queue has no entry “${title}”`, reported);
    }
  },
});

function reportDone(claims: Claims, settings: Settings, report: RuleContext<unknown, "done">["report"]): void {
  for (const { item, own, said } of doneItems(claims, settings))
    report("done", item, {
      data: { title: item.title, said, section: own.section, line: own.location.line },
      at: item.status ?? item,
      factAt: placeOf(own),
    });
}

type Contradiction = { message: "priority" | "target"; data: Record<string, string> };

function contradiction(own: Candidate, reported: ReportedRoleClaim, facts: Facts): Contradiction | undefined {
  return otherPriority(own, reported) ?? otherTarget(own, reported, facts);
}

/** P1 and 3 are priorities of two kinds, which cannot be compared. */
function otherPriority({ priority }: Candidate, reported: ReportedRoleClaim): Contradiction | undefined {
  if (priority === undefined || reported.priority === undefined) return undefined;
  const [stated, said] = [parsePriority(priority.text), parsePriority(reported.priority)];
  return stated !== undefined && stated.kind === said?.kind && stated.value !== said.value
    ? { message: "priority", data: { said: reported.priority, priority: priority.text } }
    : undefined;
}

function otherTarget(own: Candidate, { target: said }: ReportedRoleClaim, facts: Facts): Contradiction | undefined {
  const [target] = own.targets;
  if (said === undefined || target === undefined || isAstray(said, facts) || isAstray(target, facts)) return undefined;
  return own.targets.some(({ spec }) => spec === said.spec)
    ? undefined
    : { message: "target", data: { said: said.digits, spec: target.digits } };
}
