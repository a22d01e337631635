import { defineRule, noOptions, type StatedIdentity, type Unit } from "../../src/rule-api/index.ts";

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
  },
  check({ claims, report, notChecked }) {
    const stated = claims.of("unit").flatMap((claim) => claim.unit.identities.map((identity) => ({ claim, identity })));
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
  const plain = (text: string): string => text.toLowerCase().replace(/\d+/g, (digits) => String(Number(digits)));
  return plain(says) !== plain(own);
}
