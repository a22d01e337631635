import { defineRule, keysOf, noOptions, type Candidate } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow active candidates that also stand in a parked or closed section",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    also: {
      message: "“{title}” stands in the active section and under “{section}”.",
      fact: "the same title is {role} at line {line}",
      help: "Keep the entry where its state is; carry the reason along when you move it.",
    },
  },
  check({ claims, report }) {
    const closed = new Map<string, Candidate>();
    const promoted = new Set<string>();
    for (const candidate of claims.of("candidate")) {
      if (candidate.role === "deferred" || candidate.role === "superseded") keysOf(candidate).forEach((key) => closed.set(key, candidate));
      if (candidate.role === "promoted" || candidate.role === "manual") keysOf(candidate).forEach((key) => promoted.add(key));
    }
    for (const candidate of claims.of("candidate")) {
      // A promoted or manual twin is reported by active/not-specced or autoprep/manual-leak.
      if (candidate.role !== "active" || keysOf(candidate).some((key) => promoted.has(key))) continue;
      const twin = keysOf(candidate).map((key) => closed.get(key)).find((one) => one !== undefined);
      if (twin === undefined) continue;
      const { path, line } = twin.location;
      report("also", candidate, { data: { title: candidate.title, section: twin.section, role: twin.role, line }, factAt: { path, line } });
    }
  },
});
