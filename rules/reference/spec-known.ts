import {
  defineRule,
  entriesNamed,
  keysOf,
  retarget,
  specWords,
  unrecognisedReason,
  z,
  type Facts,
  type Fix,
  type RuleContext,
  type SpecPackage,
  type SpecReferenceClaim,
  type SpecTarget,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every “Spec N” in running text to name a spec that exists",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    laxer: { ignore: "more" },
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
    const { root } = facts.specs;
    if (root === undefined) {
      references.forEach((reference) => notChecked("there is no specs directory", reference));
      return;
    }
    const disputed = disputedNotes(claims);
    const open = references.filter(
      ({ target: { spec }, location }) =>
        !facts.specs.has(spec) && !options.ignore.includes(spec) && !disputed.has(location.offset),
    );
    for (const reference of open) {
      if (isElsewhere(reference, facts)) continue;
      const reason = unrecognisedReason(facts.specs, reference.target) ?? unusedReason(facts, reference.target);
      if (reason === undefined) reportUnknown(reference, root, { facts, report });
      else notChecked(reason, reference);
    }
  },
});

function reportUnknown(
  reference: SpecReferenceClaim,
  root: string,
  { facts, report }: Pick<RuleContext<unknown, "unknown">, "facts" | "report">,
): void {
  const { digits, slug } = reference.target;
  const nearest = slug === undefined ? undefined : facts.specs.slugged(slug);
  report("unknown", reference, {
    data: { spec: digits, root, nearest: nearest === undefined ? "" : `; ${nearest.text} has that slug` },
    factAt: { path: nearest?.path ?? root },
    fix: nearest && correction(reference.target, nearest, facts),
  });
}

/** A directory that is there in spite of its number, or that would be below a folder which is not. */
function isElsewhere({ target: { text }, location: { path } }: SpecReferenceClaim, { paths }: Facts): boolean {
  return text.includes("/") && (!paths.plausible(text, path) || paths.resolve(text, path).exists !== false);
}

function unusedReason({ declarations }: Facts, { spec }: SpecTarget): string | undefined {
  const said = declarations.explained("unused", spec)?.location;
  return said && `${said.path}:${said.line} says that this number has no spec`;
}

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
