import {
  commonWords,
  defineRule,
  entriesIn,
  indexBy,
  isSpecced,
  likeness,
  titleWords,
  z,
  type Candidate,
  type RuleContext,
  type SpecPackage,
} from "../../src/rule-api/index.ts";

interface Match {
  readonly spec: SpecPackage;
  /** The title or the slug, whichever is more alike. */
  readonly text: string;
  readonly score: number;
}

const specsByWord = indexBy((spec: SpecPackage) => textsOf(spec).flatMap(titleWords));
/** A word that more specs than this have in their titles is a theme: it alone makes no two titles alike. */
const mostHolders = 50;

export default defineRule({
  meta: {
    description: "Report active candidates whose title resembles that of an existing spec",
    severity: "info",
    class: "heuristic",
    since: "0.1.0",
    laxer: { threshold: "more" },
    needs: "queue",
  },
  options: z.strictObject({
    threshold: z
      .number()
      .min(0)
      .max(1)
      .default(0.7)
      .describe("How alike the words of two titles must be, from 0 to 1."),
  }),
  messages: {
    alike: {
      message: "“{title}” resembles Spec {spec}, “{text}” ({score} % alike).",
      fact: "{directory} is called “{text}”",
      help: "Is it the same? Then move it to the promoted section. If not, let the entry name the spec and the gap that remains.",
    },
  },
  check({ claims, facts, options, report }) {
    for (const candidate of entriesIn("active", claims.of("candidate"))) {
      const best = closest(candidate, facts.specs.all);
      // What has the title of a spec, or became one, is reported by active/not-specced.
      if (
        best === undefined ||
        best.score < options.threshold ||
        cites(candidate, best.spec, claims) ||
        isSpecced(candidate, { claims, facts })
      )
        continue;
      const { spec, text, score } = best;
      report("alike", candidate, {
        data: { title: candidate.title, spec: spec.digits, text, score: Math.round(score * 100), directory: spec.path },
        factAt: { path: spec.specFile ?? spec.path },
      });
    }
  },
});

function closest(candidate: Candidate, specs: readonly SpecPackage[]): Match | undefined {
  let best: Match | undefined;
  const tied = titleWords(candidate.title)
    .map((word) => specsByWord(specs, word))
    .filter((holders) => holders.length <= mostHolders);
  for (const spec of new Set(tied.flat())) {
    for (const text of textsOf(spec)) {
      const score = likeness(candidate.title, text);
      // One common word is a theme; the same words with another version are a successor.
      if (
        score > (best?.score ?? 0) &&
        commonWords(candidate.title, text).length > 1 &&
        !differsInNumbers(candidate.title, text)
      )
        best = { spec, text, score };
    }
  }
  return best;
}

function textsOf({ title, slug }: SpecPackage): string[] {
  const words = slug.replaceAll("-", " ");
  return [title ?? words, words];
}

function differsInNumbers(one: string, other: string): boolean {
  const numbers = (text: string): string => (text.match(/\bv?\d+\b/gi) ?? []).join(" ").toLowerCase();
  return likeness(one, other) === 1 && numbers(one) !== numbers(other);
}

/** Whether the entry itself speaks of the spec: its author knows it, and active/follow-up-gap asks what remains. */
function cites(candidate: Candidate, spec: SpecPackage, claims: RuleContext<unknown, string>["claims"]): boolean {
  const inside = ({ offset }: { offset: number }): boolean =>
    candidate.extent.offset <= offset && offset < candidate.extent.endOffset;
  return (
    claims.of("spec-reference").some((one) => one.target.spec === spec.number && inside(one.location)) ||
    claims.of("dependency").some((one) => one.target?.spec === spec.number && inside(one.location)) ||
    claims.of("path").some((one) => one.target.includes(spec.path) && inside(one.location))
  );
}
