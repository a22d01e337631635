import {
  defineRule,
  entriesIn,
  entryKey,
  isSpecced,
  keysOf,
  noOptions,
  type Candidate,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow active candidates that are also in a parked or closed section",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    also: {
      message: "“{title}” is in the active section and under “{section}”.",
      fact: "“{twin}” is {role} at line {line}",
      help: "Keep it in one of the two, with its reason; if it was only renamed, let the superseded entry name the new title.",
    },
  },
  check({ claims, facts, report }) {
    const closed = new Map<string, Candidate>();
    const manual = new Set<string>();
    const all = claims.of("candidate");
    for (const candidate of [...entriesIn("deferred", all), ...entriesIn("superseded", all)].sort(
      (one, other) => one.location.offset - other.location.offset,
    ))
      keysOf(candidate).forEach((key) => closed.set(key, candidate));
    for (const candidate of entriesIn("manual", all)) keysOf(candidate).forEach((key) => manual.add(key));
    for (const candidate of entriesIn("active", all)) {
      // A manual twin is reported by autoprep/manual-leak.
      if (keysOf(candidate).some((key) => manual.has(key))) continue;
      const twin = keysOf(candidate)
        .map((key) => closed.get(key))
        .find((one) => one !== undefined);
      // What has become a spec is reported by active/not-specced: moving it there settles both.
      if (twin === undefined || succeeds(candidate, twin) || isSpecced(candidate, { claims, facts })) continue;
      const { path, line } = twin.location;
      report("also", candidate, {
        data: { title: candidate.title, twin: twin.title, section: twin.section, role: twin.role, line },
        factAt: { path, line },
      });
    }
  },
});

/** A renamed entry whose former title is kept as superseded by it: history, not a second place. */
function succeeds(candidate: Candidate, twin: Candidate): boolean {
  return (
    twin.role === "superseded" &&
    candidate.key !== twin.key &&
    twin.body.some((inline) => ` ${entryKey(inline.plain)} `.includes(` ${candidate.key} `))
  );
}
