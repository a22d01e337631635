import { defineRule, isSoundTarget, keysOf, noOptions, type Candidate } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every line of a removal list to name a candidate that is held elsewhere, with the same spec",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    vanished: {
      message: "“{title}” is recorded as removed from the active queue, but stands in no other section.",
      fact: "no other section has an entry with this title",
      help: "Add it to the section that it moved to, so that its history is not lost, or correct the title.",
    },
    otherSpec: {
      message: "The removal list says that “{title}” is Spec {said}, the promoted line says Spec {actual}.",
      fact: "the promoted line at {line} says Spec {actual}",
      help: "Correct whichever of the two is wrong.",
    },
  },
  check({ claims, facts, report }) {
    const held = new Map<string, Candidate[]>();
    for (const candidate of claims.of("candidate")) {
      if (candidate.role === "active") continue;
      for (const key of keysOf(candidate)) held.set(key, [...(held.get(key) ?? []), candidate]);
    }
    // “Removed because it is already Spec 12” is also a note: promotion/notes-agree measures the number in it.
    const notes = new Set(claims.of("promotion-note").filter((note) => note.document === "queue").map((note) => note.target.location.offset));
    for (const record of claims.of("removal-record")) {
      const elsewhere = held.get(record.key) ?? [];
      const promoted = elsewhere.find((candidate) => candidate.role === "promoted" && candidate.targets.length > 0);
      if (elsewhere.length === 0) {
        report("vanished", record, { data: { title: record.title } });
        continue;
      }
      const said = record.targets.find((target) => promoted !== undefined && !promoted.targets.some((one) => one.spec === target.spec));
      // A promoted line that is wrong itself is reported by promotion/slug-matches or promotion/spec-exists.
      const sound = facts.specs.root === undefined || promoted?.targets.every((target) => isSoundTarget(target, facts)) === true;
      if (said === undefined || promoted === undefined || !sound || notes.has(said.location.offset)) continue;
      const { path, line } = promoted.location;
      report("otherSpec", record, {
        data: { title: record.title, said: said.digits, actual: promoted.targets.map((target) => target.digits).join(", "), line },
        factAt: { path, line },
      });
    }
  },
});
