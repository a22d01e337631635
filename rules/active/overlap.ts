import {
  defineRule,
  entriesNamed,
  entryKey,
  keysOf,
  likeness,
  pathsWithin,
  z,
  type Candidate,
  type RuleContext,
  type Settings,
} from "../../src/rule-api/index.ts";

type Claims = RuleContext<unknown, string>["claims"];

/** What more entries than this have in common is everybody's anchor: it says nothing about two of them. */
const mostHolders = 50;

const deliverable = /^(?:deliverables?|outcome|goal|product goal|result|output|smallest useful)\b/;

export default defineRule({
  meta: {
    description: "Report two open candidates that claim the same anchors and the same deliverable",
    severity: "info",
    class: "heuristic",
    since: "0.1.0",
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
  check({ claims, settings, options, report }) {
    const open = claims.of("candidate").filter(({ role }) => role === "active" || role === "manual");
    const anchors = new Map(open.map((one) => [one, anchorsOf(one, claims, settings)]));
    const holders = holdersOf(anchors);
    const telling = (one: Candidate): readonly string[] =>
      (anchors.get(one) ?? []).filter((anchor) => holders.has(anchor));
    for (const candidate of open) {
      for (const other of new Set(
        telling(candidate).flatMap((anchor) => earlierThan(candidate, holders.get(anchor) ?? [])),
      )) {
        const common = commonAnchors(telling(candidate), telling(other));
        const score = common.length === 0 ? 0 : sameness(candidate, other);
        // The same title twice is reported by reference/entry-unique or autoprep/manual-leak.
        if (
          score < options.threshold ||
          keysOf(candidate).includes(other.key) ||
          knowsOfIt(candidate, other, claims) ||
          knowsOfIt(other, candidate, claims)
        )
          continue;
        const { path, line } = other.location;
        report("overlap", candidate, {
          data: {
            title: candidate.title,
            other: other.title,
            score: Math.round(score * 100),
            line,
            anchors: common.join(" and "),
          },
          factAt: { path, line },
          identity: [candidate.key, other.key].sort().join(" and "),
        });
      }
    }
  },
});

/** The entries that have each anchor, in document order, without the anchors that very many have. */
function holdersOf(anchors: ReadonlyMap<Candidate, readonly string[]>): ReadonlyMap<string, readonly Candidate[]> {
  const holders = new Map<string, Candidate[]>();
  for (const [candidate, own] of anchors) {
    for (const anchor of own) {
      const group = holders.get(anchor);
      if (group === undefined) holders.set(anchor, [candidate]);
      else group.push(candidate);
    }
  }
  return new Map([...holders].filter(([, group]) => group.length <= mostHolders));
}

function earlierThan(candidate: Candidate, holders: readonly Candidate[]): readonly Candidate[] {
  return holders.slice(0, holders.indexOf(candidate));
}

/** The paths that an entry anchors itself to. Planning documents are everybody's anchors, and say nothing about one entry. */
function anchorsOf(candidate: Candidate, claims: Claims, settings: Settings): readonly string[] {
  const planning = new Set(
    [settings.queue, settings.roadmap, settings.ledger, settings.inbox].map((input) => input?.path),
  );
  const own = pathsWithin(claims.of("path"), candidate.extent).filter(({ source }) => source === "anchor");
  return [...new Set(own.map(({ target }) => target.replace(/\/$/, "")))].filter((target) => !planning.has(target));
}

/** Two common anchors, or all of them when there are not more; otherwise none. */
function commonAnchors(one: readonly string[], other: readonly string[]): readonly string[] {
  const common = one.filter((path) => other.includes(path));
  const all = common.length > 0 && common.length === one.length && common.length === other.length;
  return all || common.length >= 2 ? common : [];
}

function sameness(one: Candidate, other: Candidate): number {
  const [mine, theirs] = [deliverableOf(one), deliverableOf(other)];
  const delivered = mine === undefined || theirs === undefined ? 0 : likeness(mine, theirs);
  return Math.max(likeness(one.title, other.title), delivered);
}

function deliverableOf(candidate: Candidate): string | undefined {
  return candidate.fields.find((field) => deliverable.test(field.key))?.value.plain;
}

/** An entry that names the other one has drawn the line between them, or stands behind it. */
function knowsOfIt(candidate: Candidate, other: Candidate, claims: Claims): boolean {
  const depends = claims
    .of("dependency")
    .some((one) => one.dependent === candidate.key && entriesNamed(one, [other]).length > 0);
  return (
    depends ||
    candidate.body.some((inline) => keysOf(other).some((key) => ` ${entryKey(inline.plain)} `.includes(` ${key} `)))
  );
}
