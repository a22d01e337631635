import { defineRule, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require the spec of a promoted entry to be more than the untouched template",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    noFile: {
      message: "“{candidate}” is promoted to Spec {spec}, but {directory} holds no spec file.",
      fact: "{directory} has no {names}",
      help: "Write the spec, or put the entry back until there is one.",
    },
    template: {
      message: "“{candidate}” is promoted to Spec {spec}, but its spec is still the template.",
      fact: "{file} says no more than the template it was copied from",
      help: "Write the spec, or put the entry back until there is one.",
    },
  },
  check({ claims, facts, settings, report }) {
    for (const promoted of claims.of("promoted")) {
      const { spec: number, slug } = promoted.target;
      // A slug of another directory is reported by promotion/slug-matches; which of the two was meant is not known.
      const spec = facts.specs.numbered(number).find((one) => slug === undefined || one.slug === slug);
      if (spec === undefined) continue;
      const data = { candidate: promoted.title, spec: spec.digits };
      if (spec.specFile === undefined) {
        report("noFile", promoted, {
          data: { ...data, directory: spec.path, names: settings.specFiles.join(" or ") },
          factAt: { path: spec.path },
        });
      } else if (spec.substantial === false) {
        report("template", promoted, { data: { ...data, file: spec.specFile }, factAt: { path: spec.specFile } });
      }
    }
  },
});
