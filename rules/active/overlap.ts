import {
  commonAnchors,
  defineRule,
  entriesNamed,
  entryKey,
  keysOf,
  likeness,
  placeOf,
  sharedAnchors,
  z,
  type Candidate,
  type Claims,
  type RuleContext,
} from "../../src/rule-api/index.ts";

const deliverable = /^(?:deliverables?|outcome|goal|product goal|result|output|smallest useful)\b/;

export default defineRule({
  meta: {
    description: "Report two open candidates that claim the same anchors and the same deliverable",
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
      .default(0.5)
      .describe("How alike the words of two titles or deliverables must be, from 0 to 1."),
  }),
  messages: {
    overlap: {
      message: "“{title}” and “{other}” claim the same anchors and much the same thing ({score} % alike).",
      fact: "“{other}” at line {line} has {anchors} as well",
      help: "Merge them, or let one say what the other leaves to it.",
    },
  },
  check(context) {
    const { claims, settings, options } = context;
    const open = claims.of("candidate").filter(({ role }) => role === "active" || role === "manual");
    const anchors = sharedAnchors(open, claims, settings);
    for (const candidate of open) {
      for (const other of anchors.earlierHolders(candidate)) {
        const common = commonAnchors(anchors.of(candidate), anchors.of(other));
        const score = common.length === 0 ? 0 : sameness(candidate, other);
        if (score >= options.threshold && !areKnownApart(candidate, other, claims))
          reportOverlap(candidate, other, { common, score, report: context.report });
      }
    }
  },
});

interface Overlap {
  readonly common: readonly string[];
  /** From 0 to 1. */
  readonly score: number;
  readonly report: RuleContext<unknown, "overlap">["report"];
}

function reportOverlap(candidate: Candidate, other: Candidate, { common, score, report }: Overlap): void {
  report("overlap", candidate, {
    data: {
      title: candidate.title,
      other: other.title,
      score: Math.round(score * 100),
      line: other.location.line,
      anchors: common.join(" and "),
    },
    factAt: placeOf(other),
    identity: [candidate.key, other.key].sort().join(" and "),
  });
}

/** The same title twice is reported by reference/entry-unique or autoprep/manual-leak. */
function areKnownApart(candidate: Candidate, other: Candidate, claims: Claims): boolean {
  return (
    keysOf(candidate).includes(other.key) || knowsOfIt(candidate, other, claims) || knowsOfIt(other, candidate, claims)
  );
}

function sameness(one: Candidate, other: Candidate): number {
  const [mine, theirs] = [deliverableOf(one), deliverableOf(other)];
  const delivered = mine === undefined || theirs === undefined ? 0 : likeness(mine, theirs);
  return Math.max(likeness(one.title, other.title), delivered);
}

function deliverableOf(candidate: Candidate): string | undefined {
  return candidate.fields.find((field) => deliverable.test(field.key))?.value.plain;
}

/** An entry that names the other one has drawn the line between them, or comes after it. */
function knowsOfIt(candidate: Candidate, other: Candidate, claims: Claims): boolean {
  const depends = claims
    .of("dependency")
    .some((one) => one.dependent === candidate.key && entriesNamed(one, [other]).length > 0);
  return (
    depends ||
    candidate.body.some((inline) => keysOf(other).some((key) => ` ${entryKey(inline.plain)} `.includes(` ${key} `)))
  );
}
