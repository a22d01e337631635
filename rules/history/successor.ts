import {
  defineRule,
  entriesNamed,
  isCitedPlace,
  isKnownName,
  keysOf,
  nearest,
  noOptions,
  placeOf,
  type Candidate,
  type RuleContext,
  type SupersessionClaim,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "silent" | "unknown">;

export default defineRule({
  meta: {
    description: "Require a superseded entry to name its successor, or to say why there is none",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    silent: {
      message: "“{title}” is superseded, but nothing says by what or why.",
      fact: "neither the entry nor the words above it name a successor or give a reason",
      help: "Add “superseded by `<entry>`”, “-> Spec <number>”, or the reason why it needs no successor.",
    },
    unknown: {
      message: "“{title}” is superseded by “{name}”, which is neither an entry nor a spec.",
      fact: "no entry, ledger row or spec package is called “{name}”{nearest}",
      help: "Name the entry or the spec that took its place.",
    },
  },
  check(context) {
    const { claims, facts, report } = context;
    const superseded = new Map(
      claims
        .of("candidate")
        .filter(({ role }) => role === "superseded")
        .map((one) => [one.location.offset, one]),
    );
    for (const retirement of claims.of("retirement")) {
      const entry = superseded.get(retirement.location.offset);
      if (retirement.reason !== undefined || (entry !== undefined && isFollowed(entry, claims))) continue;
      report("silent", retirement, { data: { title: retirement.title } });
    }
    for (const named of claims.of("supersession")) {
      if (named.direction === "by" && named.role === "superseded" && !isKnownName(named, { claims, facts }))
        checkUnknown(named, context);
    }
  },
});

/** Another line says where it went: an entry that supersedes it, or the promoted entry of the same title. */
function isFollowed(entry: Candidate, claims: Context["claims"]): boolean {
  const successors = claims.of("supersession").some((one) => one.direction === "of" && keysOf(entry).includes(one.key));
  return (
    successors ||
    entriesNamed({ key: entry.key, target: undefined }, claims.of("candidate")).some((one) => one.role === "promoted")
  );
}

function checkUnknown(named: SupersessionClaim, { claims, facts, report, notChecked }: Context): void {
  // A path or link that leads nowhere is reported by reference/anchor-exists or reference/heading-anchor.
  if (isCitedPlace(named, { claims, facts })) return;
  if (named.target !== undefined) checkSpec(named, { claims, facts, report, notChecked });
  else checkTitle(named, { claims, report, notChecked });
}

function checkSpec(
  named: SupersessionClaim,
  { claims, facts, report, notChecked }: Pick<Context, "claims" | "facts" | "report" | "notChecked">,
): void {
  const { offset } = named.location;
  const onTitleLine = claims
    .of("candidate")
    .some(({ targets }) => targets.some(({ location }) => location.offset === offset));
  const { root } = facts.specs;
  if (root === undefined) notChecked("there is no specs directory", named);
  // A number in running text is a reference like any other: reference/spec-known reports it.
  else if (onTitleLine)
    report("unknown", named, { data: { title: named.title, name: named.text, nearest: "" }, factAt: { path: root } });
}

function checkTitle(
  named: SupersessionClaim,
  { claims, report, notChecked }: Pick<Context, "claims" | "report" | "notChecked">,
): void {
  const candidates = claims.of("candidate");
  const titles = new Map(
    candidates.filter(({ key }) => key !== named.entry).flatMap((one) => keysOf(one).map((key) => [key, one] as const)),
  );
  const close = titles.get(nearest(named.key, titles.keys(), Math.floor(named.key.length * 0.2)) ?? "");
  // Plain words, and what something is merely covered by, may be a product or a practice outside of the documents.
  if (close === undefined && !(named.marked && named.relation === "replaced"))
    notChecked("a successor that no document names may be outside of them", named);
  else
    report("unknown", named, {
      data: {
        title: named.title,
        name: named.text,
        nearest: close === undefined ? "" : `; the nearest is “${close.title}”`,
      },
      factAt: close && placeOf(close),
    });
}
