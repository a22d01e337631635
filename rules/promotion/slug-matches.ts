import {
  defineRule,
  noOptions,
  retarget,
  specWords,
  type Claims,
  type Facts,
  type Fix,
  type PromotedClaim,
  type PromotionNoteClaim,
  type SpecPackage,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require number and slug of a promoted line to name the same directory",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: ["queue", "numbers"],
  },
  options: noOptions,
  messages: {
    otherSlug: {
      message: "“{candidate}” is promoted to Spec {spec} (`{slug}`), but Spec {spec} is `{actual}`.",
      fact: "Spec {spec} is {directory}{other}",
      help: "Write the slug `{actual}`, or correct the number.",
    },
    otherNumber: {
      message: "“{candidate}” is promoted to Spec {spec} (`{slug}`), but `{slug}` is Spec {actual}.",
      fact: "there is no Spec {spec}; {directory} has that slug",
      help: "Write Spec {actual}, or correct the slug.",
    },
  },
  check({ claims, facts, report }) {
    const lines = claims.of("promoted");
    const places = new Set(lines.map(({ target }) => target.location));
    // A note says the same in a sentence; the title line of an entry may be read as one, too.
    const notes = claims.of("promotion-note").filter(({ target }) => !places.has(target.location));
    for (const promoted of [...lines, ...notes]) {
      const { spec, digits, slug } = promoted.target;
      if (slug === undefined) continue;
      const numbered = facts.specs.numbered(spec);
      if (numbered.some((one) => one.slug === slug)) continue;
      const slugged = facts.specs.slugged(slug);
      const [actual] = numbered;
      const data = { candidate: promoted.title, spec: digits, slug };
      if (actual !== undefined) {
        const other = slugged === undefined ? "" : `; the slug belongs to ${slugged.text}`;
        // When the slug is that of another spec, either of the two may be meant.
        const fix =
          slugged === undefined && numbered.length === 1 ? correction(promoted, actual, { claims, facts }) : undefined;
        report("otherSlug", promoted, {
          data: { ...data, actual: actual.slug, directory: actual.path, other },
          factAt: { path: actual.path },
          fix,
        });
      } else if (slugged !== undefined) {
        const fix =
          facts.specs.all.filter((one) => one.slug === slugged.slug).length === 1
            ? correction(promoted, slugged, { claims, facts })
            : undefined;
        report("otherNumber", promoted, {
          data: { ...data, actual: slugged.digits, directory: slugged.path },
          factAt: { path: slugged.path },
          fix,
        });
      }
    }
  },
});

/** Not for a candidate that has another promoted line: which of the two is true is then open. */
function correction(
  promoted: PromotedClaim | PromotionNoteClaim,
  spec: SpecPackage,
  { claims, facts }: { claims: Claims; facts: Facts },
): Fix | undefined {
  // Whether the number or the slug of a note is wrong is for the promoted line to say.
  if (promoted.kind === "promotion-note") return undefined;
  if (
    claims
      .of("promoted")
      .some((one) => one !== promoted && (one.key === promoted.key || one.target.spec === spec.number))
  )
    return undefined;
  const edits = retarget(promoted.target, spec, facts);
  return edits === undefined ? undefined : { kind: "safe", description: `Write ${specWords(spec)}.`, edits };
}
