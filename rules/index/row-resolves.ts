import {
  defineRule,
  missingRelations,
  noOptions,
  relinkUnit,
  wrongWords,
  type RuleContext,
  type UnitClaim,
  type UnitLink,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "missing" | "moved" | "missingLink" | "movedLink" | "missingOther">;
type Tools = Pick<Context, "facts" | "report" | "notChecked">;

export default defineRule({
  meta: {
    description: "Require the link or name of a row, and the links at the top of a unit, to lead to a unit that exists",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "units",
  },
  options: noOptions,
  messages: {
    missing: {
      message: "The row “{title}” leads to {target}, which does not exist.",
      fact: "{root} has no such unit{nearest}",
      help: "Correct the row, or remove it if the unit was dropped.",
    },
    moved: {
      message: "The row “{title}” leads to {target}, but it was moved to {path}.",
      fact: "it is {path} now",
      help: "Correct the link.",
    },
    missingLink: {
      message: "“{title}” names {target} as its {label}, which does not exist.",
      fact: "{root} has no such unit{nearest}",
      help: "Correct the link, or remove it if the unit was dropped.",
    },
    movedLink: {
      message: "“{title}” names {target} as its {label}, but it was moved to {path}.",
      fact: "it is {path} now",
      help: "Correct the link.",
    },
    missingOther: {
      message: "“{title}” names {target} as its {label}, which is in no folder of {root}.",
      fact: "{root} has no such unit{nearest}",
      help: "Correct the id, or remove it if the other was dropped.",
    },
  },
  check(context) {
    const { claims, facts, report, notChecked } = context;
    for (const claim of claims.of("plan-record")) {
      const { record } = claim;
      const [reference] = record.references;
      // A number alone may be of a unit whose name has none.
      if (reference?.path === undefined) continue;
      const target = reference.path;
      const wrong = wrongWords(record.resolution);
      if (wrong === undefined) continue;
      const fix =
        wrong.kind === "moved"
          ? relinkUnit({ target, caption: reference.text }, record.extent, { path: wrong.path, facts })
          : undefined;
      report(wrong.kind, claim, {
        data: { title: record.title, target, ...wrong.data },
        factAt: { path: wrong.path },
        fix,
      });
    }
    for (const claim of claims.of("unit"))
      for (const link of claim.unit.links) checkLink(claim, link, { facts, report, notChecked });
    checkRelations(context);
  },
});

function checkLink(claim: UnitClaim, link: UnitLink, { facts, report, notChecked }: Tools): void {
  const reference = { text: link.caption, path: link.target };
  const wrong = wrongWords(facts.units.resolve(reference, link.location.path));
  if (wrong === undefined) return;
  if (wrong.kind === "missing" && link.isRemarked) {
    notChecked("a line with a link that leads nowhere says more, and that may be why", link);
    return;
  }
  const data = { title: claim.unit.name.text, target: link.target, label: link.label, ...wrong.data };
  report(wrong.kind === "moved" ? "movedLink" : "missingLink", claim, {
    at: link,
    data,
    factAt: { path: wrong.path },
    identity: `${claim.identity} ${link.label} ${link.target}`,
    fix: wrong.kind === "moved" ? relinkUnit(link, link.location, { path: wrong.path, facts }) : undefined,
  });
}

/** What units depend on, and their parents. */
function checkRelations({ claims, facts, report, notChecked }: Context): void {
  for (const { claim, relation, resolution, isUsual } of missingRelations(claims.of("unit"), facts.units)) {
    const { name } = claim.unit;
    if (isUsual) notChecked("most of what units depend on is kept elsewhere", claim);
    else
      report("missingOther", claim, {
        at: relation,
        data: { title: name.text, target: relation.text, label: relation.kind, ...wrongWords(resolution)?.data },
        factAt: { path: resolution.root },
        identity: `${claim.identity} ${relation.kind} ${relation.id}`,
      });
  }
}
