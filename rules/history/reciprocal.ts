import {
  circularSteps,
  cycles,
  defineRule,
  indexBy,
  noOptions,
  placeOf,
  supersessionPairs,
  type RuleContext,
  type SupersessionPair,
} from "../../src/rule-api/index.ts";

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
      message: "“{newer}” supersedes “{older}”, which is still under “{section}”.",
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
    const supersessions = claims.of("supersession");
    const pairs = supersessionPairs(supersessions, claims.of("candidate"));
    // A field that also holds words which mean no entry may well mean the missing one.
    const paired = new Set(pairs.map(({ claim }) => claim));
    const unclear = new Set(supersessions.filter((one) => one.field && !paired.has(one)).map(({ entry }) => entry));
    for (const circle of cycles(pairs)) reportCircle(circle, report);
    const inCircle = circularSteps(pairs);
    const sound = pairs.filter((pair) => !inCircle.has(pair));
    for (const pair of sound) {
      if (pair.claim.direction === "of") checkOpen(pair, report);
      else if (pair.claim.relation === "replaced" && !unclear.has(pair.newer.key)) checkOtherEnd(pair, sound, report);
    }
  },
});

/** What is parked or gone itself has not taken anybody's place yet, and an entry may say in its own words that it was superseded. */
function checkOpen({ claim, older, newer }: SupersessionPair, report: Report): void {
  const settled = newer.role !== "superseded" && newer.role !== "deferred";
  if (!settled || (older.role !== "active" && older.role !== "manual")) return;
  report("open", claim, {
    data: {
      newer: newer.title,
      older: older.title,
      section: older.section,
      role: older.role,
      line: older.location.line,
    },
    factAt: placeOf(older),
  });
}

function reportCircle(circle: readonly SupersessionPair[], report: Report): void {
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

const pairsOfNewer = indexBy(({ newer }: SupersessionPair) => [newer.key]);

/** A successor with a field for what it supersedes names all of it there, directly or by way of an entry in between. */
function checkOtherEnd(
  { claim, older, newer }: SupersessionPair,
  sound: readonly SupersessionPair[],
  report: Report,
): void {
  const stated = pairsOfNewer(sound, newer.key).filter(
    (pair) => pair.claim.direction === "of" && pair.claim.field && pair.newer === newer,
  );
  const [first] = stated;
  if (first === undefined) return;
  const isCovered = (by: SupersessionPair): boolean =>
    by.older === older ||
    pairsOfNewer(sound, by.older.key).some((step) => step.newer === by.older && step.older === older);
  if (stated.some(isCovered)) return;
  const names = stated.map((pair) => `“${pair.older.title}”`).join(" and ");
  const field = newer.fields.find(
    (one) => one.location.offset <= first.claim.location.offset && first.claim.location.offset < one.location.endOffset,
  );
  const place = placeOf(field ?? first.claim);
  report("others", claim, {
    data: { older: older.title, newer: newer.title, names, line: place.line, field: (field ?? first.claim).text },
    factAt: place,
  });
}
