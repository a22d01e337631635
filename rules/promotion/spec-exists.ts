import {
  defineRule,
  retarget,
  specWords,
  unrecognisedReason,
  z,
  type Claims,
  type Facts,
  type Fix,
  type PromotedClaim,
  type RuleContext,
  type SpecFacts,
  type SpecPackage,
  type SpecTarget,
} from "../../src/rule-api/index.ts";

type Context = Pick<RuleContext<unknown, "missing">, "claims" | "facts" | "report">;

export default defineRule({
  meta: {
    description: "Require every promoted candidate to point at a spec that exists",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    laxer: { ignore: "more" },
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
  check(context) {
    const { claims, facts, options, notChecked } = context;
    const { root } = facts.specs;
    for (const promoted of claims.of("promoted")) {
      if (root === undefined) {
        notChecked("there is no specs directory", promoted);
        continue;
      }
      if (options.ignore.includes(promoted.target.spec) || isSomeSpec(promoted.target, facts.specs)) continue;
      const reason = unrecognisedReason(facts.specs, promoted.target);
      if (reason === undefined) reportMissing(promoted, root, context);
      else notChecked(reason, promoted);
    }
  },
});

function reportMissing(promoted: PromotedClaim, root: string, { claims, facts, report }: Context): void {
  const { digits, slug } = promoted.target;
  const nearest = nearestOf(facts.specs, `${digits}-${slug ?? ""}`);
  report("missing", promoted, {
    data: {
      candidate: promoted.title,
      spec: digits,
      root,
      directory: slug === undefined ? `${digits}-* directory` : `${digits}-${slug}`,
      nearest: nearest === undefined ? "" : `; ${nearest.text} is the nearest`,
    },
    factAt: { path: nearest?.path ?? root },
    fix: correction(promoted, nearest, { claims, facts }),
  });
}

/** When the slug names another directory, promotion/slug-matches can say which number is meant. */
function isSomeSpec({ spec, slug }: SpecTarget, specs: SpecFacts): boolean {
  return specs.has(spec) || (slug !== undefined && specs.slugged(slug) !== undefined);
}

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
