import { defineRule, noOptions, type SpecPackage } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow two spec directories with one number",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "numbers",
  },
  options: noOptions,
  messages: {
    shared: {
      message: "{name} has the number of {other}.",
      fact: "{other} already has the number {spec}",
      help: "Give one of them the next free number, and follow it in the documents that name it; or say in the README of the specs why they share it.",
    },
  },
  check({ facts, report }) {
    for (const number of new Set(facts.specs.all.map((spec) => spec.number))) {
      const alike = facts.specs.numbered(number);
      if (alike.length < 2) continue;
      const [first, ...others] = alike.filter((spec) => !isVariant(spec, alike));
      if (first === undefined || facts.declarations.explained("shared", number) !== undefined) continue;
      for (const spec of others) {
        report("shared", spec, {
          data: { name: spec.path, other: first.path, spec: spec.digits },
          factAt: { path: first.path },
        });
      }
    }
  },
});

/** Whether the header of a spec says that it is a variant or part of another one with its number. */
function isVariant(spec: SpecPackage, alike: readonly SpecPackage[]): boolean {
  const own = namePattern(spec.text);
  return spec.parents.some((parent) => {
    const others = alike.filter((other) => other !== spec && namePattern(other.text).test(parent));
    return others.length > 0 || (!own.test(parent) && isBareNumber(parent, spec));
  });
}

/** “002”, “Spec 2”, “#002”: the number without a name. */
function isBareNumber(parent: string, { number }: SpecPackage): boolean {
  const digits = /^\D{0,20}(\d{1,6})(?![\w-])/.exec(parent)?.[1];
  return digits !== undefined && Number(digits) === number;
}

/** The name of a directory as a whole: `002-seats` is not `002-seats-python`. */
function namePattern(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_-])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}_-])`, "u");
}
