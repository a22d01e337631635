import {
  appendPromoted,
  defineRule,
  indexBy,
  isSoundTarget,
  keysOf,
  noOptions,
  retarget,
  specWords,
  type Candidate,
  type Claims,
  type Facts,
  type Fix,
  type RemovalRecordClaim,
  type SpecTarget,
} from "../../src/rule-api/index.ts";

const held = indexBy((one: Candidate) => (one.role === "active" ? [] : keysOf(one)));

export default defineRule({
  meta: {
    description: "Require every line of a removal list to name a candidate that is held elsewhere, with the same spec",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    vanished: {
      message: "“{title}” is recorded as removed from the active queue, but is in no other section.",
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
    const candidates = claims.of("candidate");
    // “Removed because it is already Spec 12” is also a note: promotion/notes-agree measures the number in it.
    const notes = new Set(
      claims
        .of("promotion-note")
        .filter((note) => note.document === "queue")
        .map((note) => note.target.location.offset),
    );
    for (const record of claims.of("removal-record")) {
      const elsewhere = held(candidates, record.key);
      const promoted = elsewhere.find((candidate) => candidate.role === "promoted" && candidate.targets.length > 0);
      if (elsewhere.length === 0) {
        report("vanished", record, { data: { title: record.title }, fix: restored(record, { claims, facts }) });
        continue;
      }
      const said = record.targets.find(
        (target) => promoted !== undefined && !promoted.targets.some((one) => one.spec === target.spec),
      );
      // A promoted line that is wrong itself is reported by promotion/slug-matches or promotion/spec-exists.
      const sound =
        facts.specs.root === undefined ||
        facts.specs.unnumbered !== undefined ||
        promoted?.targets.every((target) => isSoundTarget(target, facts)) === true;
      if (said === undefined || promoted === undefined || !sound || notes.has(said.location.offset)) continue;
      const { path, line } = promoted.location;
      report("otherSpec", record, {
        data: {
          title: record.title,
          said: said.digits,
          actual: promoted.targets.map((target) => target.digits).join(", "),
          line,
        },
        factAt: { path, line },
        fix: corrected(said, { title: record.title, promoted }, facts),
      });
    }
  },
});

/** The promoted line that the record speaks of, when its spec exists and no other line is promoted to it. */
function restored(
  { title, targets: [target, ...others] }: RemovalRecordClaim,
  { claims, facts }: { claims: Claims; facts: Facts },
): Fix | undefined {
  const spec =
    target === undefined || others.length > 0 || !isSoundTarget(target, facts)
      ? undefined
      : facts.specs.numbered(target.spec);
  if (
    spec?.[0] === undefined ||
    spec.length > 1 ||
    claims.of("promoted").some((one) => one.target.spec === target?.spec)
  )
    return undefined;
  const edits = appendPromoted(`${title} -> ${specWords(spec[0])}`, [], { claims, facts });
  return edits === undefined
    ? undefined
    : { kind: "suggest", description: `Add “${title}” to the promoted section.`, edits };
}

/** The record is the wrong one when its spec does not exist, or the promoted one carries the title. */
function corrected(
  said: SpecTarget,
  { title, promoted }: { title: string; promoted: Candidate },
  facts: Facts,
): Fix | undefined {
  const spec = promoted.targets.length === 1 ? facts.specs.numbered(promoted.targets[0]?.spec ?? -1)[0] : undefined;
  if (spec === undefined || (facts.specs.has(said.spec) && facts.specs.titled(title) !== spec)) return undefined;
  const edits = retarget(said, spec, facts);
  return edits === undefined
    ? undefined
    : { kind: "suggest", description: `Write ${specWords(spec)} in the record.`, edits };
}
