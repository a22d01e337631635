import {
  appendPromoted,
  defineRule,
  isSoundTarget,
  keysOf,
  lazily,
  noOptions,
  placeOf,
  retarget,
  rowConflicts,
  specWords,
  type Claims,
  type Facts,
  type Fix,
  type PromotionNoteClaim,
  type SpecTarget,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every note “promoted into Spec N” to agree with the promoted line",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    differs: {
      message: "The note says that “{title}” is Spec {noted}, the promoted line says Spec {promoted}.",
      fact: "the promoted line at {line} says Spec {promoted}",
      help: "Correct whichever of the two is wrong.",
    },
    unlisted: {
      message: "The note says that “{title}” was promoted to Spec {noted}, but no promoted line says so.",
      fact: "the promoted section has no line for “{title}”",
      help: "Add “- {title} -> Spec {noted}” to the promoted section, or correct the note.",
    },
    row: {
      message: "The ledger has “{title}” as Spec {noted}, the promoted line says Spec {promoted}.",
      fact: "the promoted line at {line} says Spec {promoted}",
      help: "Correct whichever of the two is wrong.",
    },
  },
  check({ claims, facts, report }) {
    const promoted = claims.of("promoted");
    rowConflicts(promoted, claims.of("ledger-row"), facts).forEach(({ row, target, line }) => {
      const data = { title: row.title, noted: target.digits, promoted: line.target.digits, line: line.location.line };
      report("row", row, { data, at: target, factAt: placeOf(line) });
    });
    const candidates = claims.of("candidate");
    const aliases = lazily(
      () => new Map(candidates.flatMap((candidate) => keysOf(candidate).map((key) => [key, candidate.key] as const))),
    );
    const hasPromotedSection = claims.of("section").some((section) => section.role === "promoted");
    for (const note of claims.of("promotion-note")) {
      const own = promoted.filter((line) => line.key === note.key || line.key === aliases().get(note.key));
      if (own.some((line) => line.target.spec === note.target.spec)) continue;
      const [line] = own;
      const data = { title: note.title, noted: note.target.digits };
      // A promoted line that is wrong itself is reported by promotion/slug-matches or promotion/spec-exists.
      if (
        line !== undefined &&
        facts.specs.root !== undefined &&
        facts.specs.unnumbered === undefined &&
        !isSoundTarget(line.target, facts)
      )
        continue;
      if (line !== undefined) {
        const { path, line: number } = line.location;
        report("differs", note, {
          data: { ...data, promoted: line.target.digits, line: number },
          factAt: { path, line: number },
          fix: corrected(note, line.target, facts),
        });
      } else if (note.says === "promoted" && hasPromotedSection)
        report("unlisted", note, { data, fix: listed(note, { claims, facts }) });
    }
  },
});

/** The note is the wrong one when its spec does not exist, or the promoted one carries the title. */
function corrected(note: PromotionNoteClaim, promoted: SpecTarget, facts: Facts): Fix | undefined {
  const spec = facts.specs.numbered(promoted.spec)[0];
  if (spec === undefined || (facts.specs.has(note.target.spec) && facts.specs.titled(note.title) !== spec))
    return undefined;
  const edits = retarget(note.target, spec, facts);
  return edits === undefined
    ? undefined
    : { kind: "suggest", description: `Write ${specWords(spec)} in the note.`, edits };
}

/** The line that is missing, when the spec carries the title and no other line is promoted to it. */
function listed(
  { title, target }: PromotionNoteClaim,
  { claims, facts }: { claims: Claims; facts: Facts },
): Fix | undefined {
  const spec = facts.specs.titled(title);
  const taken = claims
    .of("candidate")
    .some(
      (one) =>
        (one.role === "active" && one.title === title) ||
        (one.role === "promoted" && one.targets.some(({ spec: number }) => number === target.spec)),
    );
  if (spec?.number !== target.spec || taken) return undefined;
  const edits = appendPromoted(`${title} -> ${specWords(spec)}`, [], { claims, facts });
  return edits === undefined
    ? undefined
    : { kind: "suggest", description: `Add “${title}” to the promoted section.`, edits };
}
