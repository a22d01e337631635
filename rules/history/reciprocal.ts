import {
  cycles,
  defineRule,
  entriesNamed,
  indexBy,
  noOptions,
  type Candidate,
  type RuleContext,
  type SupersessionClaim,
} from "../../src/rule-api/index.ts";

/** A supersession with both entries. `older` is the one that was superseded, whichever of the two says so. */
interface Pair {
  readonly claim: SupersessionClaim;
  readonly older: Candidate;
  readonly newer: Candidate;
  readonly from: string;
  readonly to: string;
}

const entriesTitled = indexBy((one: Candidate) => [one.key]);

type Report = RuleContext<unknown, "circle" | "open" | "others">["report"];

export default defineRule({
  meta: {
    description: "Require both ends of a supersession to agree on which entry took the place of the other",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    circle: {
      message: "“{title}” is superseded by itself: {path}.",
      fact: "{steps}",
      help: "Decide which of them is in force, and let the others name that one.",
    },
    open: {
      message: "“{newer}” supersedes “{older}”, which still stands under “{section}”.",
      fact: "“{older}” is {role} at line {line}",
      help: "Move “{older}” to the superseded section and let it name “{newer}”, or correct the claim.",
    },
    others: {
      message: "“{older}” says that “{newer}” superseded it, but that entry names only {names}.",
      fact: "the field at line {line} says “{field}”",
      help: "Add “{older}” to that field, or name the entry that really took its place.",
    },
  },
  check({ claims, report }) {
    const candidates = claims.of("candidate");
    const pairs = claims.of("supersession").flatMap((claim) => pairsOf(claim, candidates));
    // A field that also holds words which mean no entry may well mean the missing one.
    const unclear = new Set(
      claims
        .of("supersession")
        .filter((claim) => claim.field && !pairs.some((pair) => pair.claim === claim))
        .map((claim) => claim.entry),
    );
    const circles = cycles(pairs);
    for (const circle of circles) reportCircle(circle, report);
    const inCircle = new Set(circles.flat());
    const sound = pairs.filter((pair) => !inCircle.has(pair));
    for (const pair of sound) {
      const { claim, older, newer } = pair;
      // What is parked or gone itself has not taken anybody's place yet, and an entry may say in its own words that it was superseded.
      const settled = newer.role !== "superseded" && newer.role !== "deferred";
      if (claim.direction === "of" && settled && (older.role === "active" || older.role === "manual")) {
        const data = {
          newer: newer.title,
          older: older.title,
          section: older.section,
          role: older.role,
          line: older.location.line,
        };
        report("open", claim, { data, factAt: { path: older.location.path, line: older.location.line } });
      }
      if (claim.direction === "by" && claim.relation === "replaced" && !unclear.has(newer.key))
        checkOtherEnd(pair, sound, report);
    }
  },
});

/** A name that means several entries, or none, says nothing about one of them. A superseded entry that was also promoted is the promoted one. */
function pairsOf(claim: SupersessionClaim, candidates: readonly Candidate[]): Pair[] {
  const titled = entriesTitled(candidates, claim.entry);
  const own = titled.find(
    (one) => one.extent.offset <= claim.location.offset && claim.location.offset < one.extent.endOffset,
  );
  const named = entriesNamed(claim, candidates);
  const other = named.length === 1 ? named[0] : undefined;
  // A title in two sections is one thing with a history; which of its two lines is meant cannot be told.
  if (own === undefined || other === undefined || titled.length > 1) return [];
  const [older, newer] = claim.direction === "by" ? [own, other] : [other, own];
  return [{ claim, older, newer, from: older.key, to: newer.key }];
}

function reportCircle(circle: readonly Pair[], report: Report): void {
  const [first] = circle;
  if (first === undefined) return;
  const path = [...circle.map(({ older }) => older.title), first.older.title].join(" → ");
  const steps = circle
    .map(
      ({ claim, older, newer }) => `line ${claim.location.line}: “${newer.title}” took the place of “${older.title}”`,
    )
    .join("; ");
  const identity = `circle ${circle
    .map(({ older }) => older.key)
    .sort()
    .join(", ")}`;
  report("circle", first.claim, {
    identity,
    data: { title: first.older.title, path, steps },
    factAt: { path: first.claim.location.path, line: circle.at(-1)?.claim.location.line ?? first.claim.location.line },
  });
}

/** A successor with a field for what it supersedes names all of it there, directly or by way of an entry in between. */
function checkOtherEnd({ claim, older, newer }: Pair, pairs: readonly Pair[], report: Report): void {
  const stated = pairs.filter((pair) => pair.claim.direction === "of" && pair.claim.field && pair.newer === newer);
  const [first] = stated;
  if (first === undefined) return;
  const covered = stated.some(
    (pair) => pair.older === older || pairs.some((step) => step.newer === pair.older && step.older === older),
  );
  if (covered) return;
  const names = stated.map((pair) => `“${pair.older.title}”`).join(" and ");
  const field = newer.fields.find(
    (one) => one.location.offset <= first.claim.location.offset && first.claim.location.offset < one.location.endOffset,
  );
  const { path, line } = field?.location ?? first.claim.location;
  report("others", claim, {
    data: { older: older.title, newer: newer.title, names, line, field: field?.text ?? first.claim.text },
    factAt: { path, line },
  });
}
