import { defineRule, entriesIn, noOptions, parsePriority, type Candidate } from "../../src/rule-api/index.ts";

const names =
  /\b(?:releases?|(?:un)?block(?:s|ed|ers?|ing)?|launch(?:es)?|milestones?|go-?live|roll-?outs?|cut-?over|pilots?|beta|ships?|shipping|outages?|incidents?|sev-?\d|deadlines?|contracts?|contractual|compliance|regulat\w+|audit\w*|security|customers?|sellable|prevents?|GA|MVP|[vR]\d+(?:\.\d+)*|\d+\.\d+|20\d\d)\b/i;
/** Words of a group heading that say no more than "P0" does. */
const generic =
  /\b(?:p0|priority|priorities|release|blockers?|blocking|must|haves?|critical|urgent|highest|high|top|now|next|first|immediate(?:ly)?|work|items?|issues?|candidates?|entries|and|the|for|of|do)\b/gi;

export default defineRule({
  meta: {
    description: "Require a P0 entry to name the release or blocker that it stands for",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    unnamed: {
      message: "“{title}” has priority P0, but names no release or blocker.",
      fact: "no field or sentence of the entry says what it blocks",
      help: "Name the release it blocks, or give it another priority: P0 is for blockers.",
    },
  },
  check({ claims, report }) {
    for (const candidate of entriesIn("active", claims.of("candidate"))) {
      if (candidate.priority === undefined) continue;
      const priority = parsePriority(candidate.priority.text);
      if (priority?.kind !== "level" || priority.value !== 0 || namesBlocker(candidate)) continue;
      report("unnamed", candidate, { data: { title: candidate.title } });
    }
  },
});

/** In its own words, or in a group heading that is more specific than “P0 — Release Blockers”. */
function namesBlocker(candidate: Candidate): boolean {
  const words = [candidate.title, candidate.priority?.text ?? "", ...candidate.body.map((inline) => inline.plain)];
  return words.some((text) => names.test(text)) || /[\p{L}\p{N}]/u.test((candidate.group ?? "").replace(generic, ""));
}
