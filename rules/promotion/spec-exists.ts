import {
  defineRule,
  unrecognisedAs,
  retarget,
  specWords,
  z,
  type Claims,
  type Facts,
  type Fix,
  type PromotedClaim,
  type SpecFacts,
  type SpecPackage,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every promoted candidate to point at a spec that exists",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: ["queue", "numbers"],
  },
  options: z.strictObject({
    ignore: z.array(z.int()).default([]).describe("Spec numbers that live in another repository."),
  }),
  messages: {
    missing: {
      message: "“{candidate}” is promoted to Spec {spec}, but {root} has no {spec}-* directory.",
      fact: "{root} has no {directory}{nearest}",
      help: "Correct the number, restore the directory, or move the entry to the section that tells its real state.",
    },
  },
  check({ claims, facts, options, report, notChecked }) {
    for (const promoted of claims.of("promoted")) {
      const { spec, digits, slug } = promoted.target;
      if (facts.specs.root === undefined) {
        notChecked("there is no specs directory", promoted);
        continue;
      }
      // When the slug names another directory, promotion/slug-matches can say which number is meant.
      if (
        facts.specs.has(spec) ||
        options.ignore.includes(spec) ||
        (slug !== undefined && facts.specs.slugged(slug) !== undefined)
      )
        continue;
      const unrecognised = unrecognisedAs(facts.specs, spec);
      if (unrecognised !== undefined) {
        notChecked(
          `${unrecognised.text} may be Spec ${digits}, but its name does not match the pattern of spec directories`,
          promoted,
        );
        continue;
      }
      const directory = slug === undefined ? `${digits}-* directory` : `${digits}-${slug}`;
      const nearest = nearestOf(facts.specs, `${digits}-${slug ?? ""}`);
      report("missing", promoted, {
        data: {
          candidate: promoted.title,
          spec: digits,
          root: facts.specs.root,
          directory,
          nearest: nearest === undefined ? "" : `; ${nearest.text} is the nearest`,
        },
        factAt: { path: nearest?.path ?? facts.specs.root },
        fix: correction(promoted, nearest, { claims, facts }),
      });
    }
  },
});

/** The package with the candidate's title, else the nearest, unless another line is promoted to it. */
function correction(
  promoted: PromotedClaim,
  nearest: SpecPackage | undefined,
  { claims, facts }: { claims: Claims; facts: Facts },
): Fix | undefined {
  const spec = facts.specs.titled(promoted.title) ?? nearest;
  if (
    spec === undefined ||
    claims
      .of("promoted")
      .some((one) => one !== promoted && (one.target.spec === spec.number || one.key === promoted.key))
  )
    return undefined;
  const edits = retarget(promoted.target, spec, facts);
  return edits === undefined ? undefined : { kind: "suggest", description: `Write ${specWords(spec)}.`, edits };
}

function nearestOf(specs: SpecFacts, name: string): ReturnType<SpecFacts["nearest"]> {
  return name.endsWith("-") ? undefined : specs.nearest(name);
}
