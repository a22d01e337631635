import {
  defineRule,
  noOptions,
  type RuleContext,
  type StatedIdentity,
  type Unit,
  type UnitClaim,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require the number or id that a unit gives itself to be the one of its name",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "units",
  },
  options: noOptions,
  messages: {
    differs: {
      message: "“{unit}” calls itself {says}, but its name says {own}.",
      fact: "it is {path}",
      help: "Correct the text, or rename it and what refers to it.",
    },
    repeated: {
      message: "“{unit}” has the id {id}, which {other} in the same folder has, too.",
      fact: "{path} has the same id",
      help: "Give one of them another id, and correct what refers to it.",
    },
  },
  check({ claims, report, notChecked }) {
    const stated = claims.of("unit").flatMap((claim) => claim.unit.identities.map((identity) => ({ claim, identity })));
    reportRepeated(claims.of("unit"), report);
    const wrong = stated.filter(({ claim, identity }) => partsOf(claim.unit, identity).some(differs));
    for (const { claim, identity } of wrong) {
      const { unit } = claim;
      const alike = (one: (typeof stated)[number]): boolean =>
        one.claim.unit.source === unit.source && one.claim.unit.root === unit.root;
      // Where most differ, the text counts otherwise than the names.
      if (wrong.filter(alike).length * 2 > stated.filter(alike).length) {
        notChecked(`most of ${unit.root} number their text otherwise than their names`, claim);
        continue;
      }
      const part = partsOf(unit, identity).find(differs);
      if (part === undefined) continue;
      report("differs", claim, {
        at: identity,
        data: { unit: unit.name.text, says: part.says, own: part.own, path: unit.path },
        factAt: { path: unit.path },
      });
    }
  },
});

/** Only ids that are more than a number: numbers are given again on purpose. */
function reportRepeated(claims: readonly UnitClaim[], report: RuleContext<unknown, "repeated">["report"]): void {
  const first = new Map<string, Unit>();
  for (const claim of claims) {
    const { unit } = claim;
    const { number, slug, text } = unit.name;
    if (
      unit.path === unit.root ||
      [number, slug, text].some((part) => part !== undefined && plain(part) === plain(unit.id))
    )
      continue;
    const key = [unit.layout, unit.source, unit.root, unit.folder, unit.id].join("\n");
    const other = first.get(key);
    if (other === undefined) first.set(key, unit);
    else
      report("repeated", claim, {
        data: { unit: unit.name.text, id: unit.id, other: other.name.text, path: other.path },
        factAt: { path: other.path },
        identity: `${claim.identity} ${unit.id}`,
      });
  }
}

interface IdentityPart {
  readonly says: string;
  readonly own: string;
}

function partsOf({ name, id }: Unit, identity: StatedIdentity): IdentityPart[] {
  const pairs = [
    [identity.number, name.number],
    [identity.id, id],
    [identity.slug, name.slug],
  ] as const;
  return pairs.flatMap(([says, own]) => (says === undefined || own === undefined ? [] : [{ says, own }]));
}

function differs({ says, own }: IdentityPart): boolean {
  return plain(says) !== plain(own);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ""));
}
