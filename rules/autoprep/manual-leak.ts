import {
  closedStatus,
  defineRule,
  entriesIn,
  entryKey,
  keysOf,
  noOptions,
  sameEntry,
  type Candidate,
  type Claims,
  type SectionClaim,
} from "../../src/rule-api/index.ts";

const parkedGroup =
  /\b(?:deferred|parked|on hold|icebox|superseded|rejected|withdrawn|promoted to spec|manual(?: promotion)?(?: only)|not auto-?prep)\b/i;

export default defineRule({
  meta: {
    description: "Disallow manual-only, deferred, promoted and superseded entries where `queue-lint next` picks",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    twin: {
      message: "“{title}” is manual-only, but is also in the active section, where pickers take their work.",
      fact: "the same title is under “{section}” at line {line}",
      help: "Keep it in one of the two sections; moving it to the active one takes an explicit decision.",
    },
    status: {
      message: "“{title}” is in the active section, but its own status says “{status}”.",
      fact: "an entry of the active section is open work that a picker may take",
      help: "Move the entry to the section that its status names, or correct the status.",
    },
    agents: {
      message: "Agents are told to take their work from “{section}”, which is closed to them.",
      fact: "“{section}” holds what takes a decision of a person, or is not open work",
      help: "Send agents to the active section, or to `queue-lint next`.",
    },
    group: {
      message: "“{title}” is in the active section under “{group}”.",
      fact: "the sub-heading belongs to the active section, where pickers take their work",
      help: "Make “{group}” a section of its own, on the level of the other sections.",
    },
  },
  check({ claims, report }) {
    for (const mention of claims.of("agent-mention")) {
      const section = mention.subject === "picking" ? sectionNamed(mention.value, claims) : undefined;
      if (section === undefined) continue;
      const { path, line } = section.location;
      report("agents", mention, { data: { section: section.title }, factAt: { path, line } });
    }
    const candidates = claims.of("candidate");
    const manual = new Map<string, Candidate>();
    for (const candidate of entriesIn("manual", candidates))
      keysOf(candidate).forEach((key) => manual.set(key, candidate));
    for (const candidate of entriesIn("active", candidates)) {
      const twin = keysOf(candidate)
        .map((key) => manual.get(key))
        .find((other) => other !== undefined && sameEntry(candidate, other));
      const status = closedStatus(candidate);
      const title = candidate.title;
      if (twin !== undefined) {
        const { path, line } = twin.location;
        report("twin", candidate, { data: { title, section: twin.section, line }, factAt: { path, line } });
      } else if (status !== undefined) {
        report("status", candidate, { data: { title, status: status.text }, at: status });
      } else if (candidate.group !== undefined && parkedGroup.test(candidate.group)) {
        report("group", candidate, { data: { title, group: candidate.group } });
      }
    }
  },
});

/** The section of the queue that is meant, when it is one that pickers must leave alone. */
function sectionNamed(name: string, claims: Claims): SectionClaim | undefined {
  const key = entryKey(name.replace(/^#+\s*/, ""));
  const section = claims.of("section").find(({ title }) => entryKey(title) === key);
  return section?.role === undefined || ["active", "prose"].includes(section.role) ? undefined : section;
}
