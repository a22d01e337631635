import { defineRule, noOptions, type Claims, type Fix, type IntentClaim } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description:
      "Disallow marks that contradict the section: no “do not auto-prep” in the active one, no “automatic” in the manual one",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    refused: {
      message: "“{title}” must not be auto-prepped, but is in the active section.",
      fact: "the active section is where `queue-lint next` picks",
      help: "Move the entry to the manual-only or the deferred section, or drop the mark.",
    },
    outside: {
      message: "“{title}” is in the active section, but the text keeps it outside the active queue.",
      fact: "the active section is where `queue-lint next` picks",
      help: "Move the entry to the section where it belongs, or correct the sentence.",
    },
    automatic: {
      message: "“{title}” is marked as automatic, but is in the manual-only section.",
      fact: "the manual-only section is closed to automatic pickers",
      help: "Move the entry to the active section by an explicit decision, or drop the mark.",
    },
  },
  check({ claims, report }) {
    for (const intent of claims.of("intent")) {
      const data = { title: intent.title };
      if (intent.role === "active" && !intent.automatic)
        report(intent.isExclusion === true ? "outside" : "refused", intent, { data });
      if (intent.role === "manual" && intent.automatic)
        report("automatic", intent, { data, fix: refused(intent, claims) });
    }
  },
});

/** An entry becomes automatic by a decision only; until then its mark says what its section says. */
function refused({ location }: IntentClaim, claims: Claims): Fix | undefined {
  const value = claims
    .of("candidate")
    .flatMap(({ fields }) => fields)
    .find((field) => field.location === location)?.value;
  if (value === undefined || value.location.endOffset - value.location.offset > 20) return undefined;
  const { path, offset, endOffset } = value.location;
  return {
    kind: "suggest",
    description: "Write “no”, as the section says.",
    edits: [{ path, offset, endOffset, text: "no" }],
  };
}
