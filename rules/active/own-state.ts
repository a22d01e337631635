import {
  closedStatus,
  defineRule,
  entriesIn,
  isSpecced,
  moveToSection,
  noOptions,
  type OwnState,
  type Stage,
} from "../../src/rule-api/index.ts";

type Message = "done" | "ended" | "begun";

/** What an entry that is free to be picked cannot say of itself. */
const messages: Readonly<Partial<Record<Stage, Message>>> = {
  implemented: "done",
  closed: "ended",
  started: "begun",
};

const fact = "an entry of the active section is open work that a picker may take";

export default defineRule({
  meta: {
    description: "Disallow active entries that say of themselves that they are done, in work or given up",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    done: {
      message: "“{title}” is an active candidate, but {says}: it is done.",
      fact,
      help: "Move it out of the active section, or correct what it says of itself.",
    },
    ended: {
      message: "“{title}” is an active candidate, but {says}.",
      fact,
      help: "Move it to the section for what was given up, or correct what it says of itself.",
    },
    begun: {
      message: "“{title}” is an active candidate, but {says}: somebody works on it.",
      fact,
      help: "Promote it to the spec that it became, or correct what it says of itself.",
    },
  },
  check({ claims, facts, report }) {
    for (const candidate of entriesIn("active", claims.of("candidate"))) {
      // A status that names another section is reported by autoprep/manual-leak, and what has a spec by active/not-specced.
      const isReported = closedStatus(candidate) !== undefined || candidate.targets.length > 0;
      if (isReported || isSpecced(candidate, { claims, facts })) continue;
      const state = candidate.states.find(({ stage }) => stage !== undefined && messages[stage] !== undefined);
      const message = state?.stage && messages[state.stage];
      if (state === undefined || message === undefined) continue;
      report(message, candidate, {
        data: { title: candidate.title, says: said(state) },
        at: state,
        fix: message === "ended" ? moveToSection(candidate, "superseded", { claims, facts }) : undefined,
      });
    }
  },
});

function said({ form, text, stage }: OwnState): string {
  if (form === "strike") return "its title is struck out";
  if (form === "box") return stage === "implemented" ? "its box is ticked" : `its box is “${text}”`;
  return form === "title" ? `its title is marked “${text}”` : `its own status says “${text}”`;
}
