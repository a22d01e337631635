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
      help: "Give one of them the next free number, and follow it in the documents that name it.",
    },
  },
  check({ facts, report }) {
    // They are sorted by number.
    let first: SpecPackage | undefined;
    for (const spec of facts.specs.all) {
      if (first?.number !== spec.number) {
        first = spec;
        continue;
      }
      report("shared", spec, {
        data: { name: spec.path, other: first.path, spec: spec.digits },
        factAt: { path: first.path },
      });
    }
  },
});
