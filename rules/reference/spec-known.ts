import {
  defineRule,
  entriesNamed,
  keysOf,
  unrecognisedAs,
  retarget,
  specWords,
  z,
  type Facts,
  type Fix,
  type RuleContext,
  type SpecPackage,
  type SpecTarget,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every “Spec N” in running text to name a spec that exists",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "numbers",
  },
  options: z.strictObject({
    ignore: z.array(z.int()).default([]).describe("Spec numbers that live in another repository."),
  }),
  messages: {
    unknown: {
      message: "The text refers to Spec {spec}, which does not exist.",
      fact: "{root} has no {spec}-* directory{nearest}",
      help: "Correct the number, or list it under `ignore` if the spec lives in another repository.",
    },
  },
  check({ claims, facts, options, report, notChecked }) {
    const references = claims.of("spec-reference");
    if (facts.specs.root === undefined) {
      if (references.length > 0)
        references.forEach((reference) => notChecked("there is no specs directory", reference));
      return;
    }
    const disputed = disputedNotes(claims);
    for (const reference of references) {
      const { spec, digits, slug } = reference.target;
      if (facts.specs.has(spec) || options.ignore.includes(spec) || disputed.has(reference.location.offset)) continue;
      const unrecognised = unrecognisedAs(facts.specs, spec);
      if (unrecognised !== undefined) {
        notChecked(
          `${unrecognised.text} may be Spec ${digits}, but its name does not match the pattern of spec directories`,
          reference,
        );
        continue;
      }
      const nearest = slug === undefined ? undefined : facts.specs.slugged(slug);
      report("unknown", reference, {
        data: {
          spec: digits,
          root: facts.specs.root,
          nearest: nearest === undefined ? "" : `; ${nearest.text} has that slug`,
        },
        factAt: { path: nearest?.path ?? facts.specs.root },
        fix: nearest === undefined ? undefined : correction(reference.target, nearest, facts),
      });
    }
  },
});

function correction(target: SpecTarget, spec: SpecPackage, facts: Facts): Fix | undefined {
  const edits =
    facts.specs.all.filter(({ slug }) => slug === spec.slug).length > 1 ? undefined : retarget(target, spec, facts);
  return edits === undefined ? undefined : { kind: "suggest", description: `Write ${specWords(spec)}.`, edits };
}

/** Offsets of promotion notes that a promoted line contradicts: `promotion/notes-agree` reports those. */
function disputedNotes(claims: RuleContext<unknown, string>["claims"]): ReadonlySet<number> {
  const promoted = claims.of("promoted");
  const notes = claims.of("promotion-note").filter((note) => {
    const keys = new Set([
      note.key,
      ...entriesNamed({ key: note.key, target: undefined }, claims.of("candidate")).flatMap(keysOf),
    ]);
    return promoted.some((line) => keys.has(line.key) && line.target.spec !== note.target.spec);
  });
  return new Set(notes.map((note) => note.location.offset));
}
