import {
  defineRule,
  keysOf,
  noOptions,
  retiredStatus,
  type Claims,
  type PromotedClaim,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require the spec of a promoted entry to be in force, and more than the untouched template",
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
    retired: {
      message: "“{candidate}” is promoted to Spec {spec}, which calls itself “{status}”.",
      fact: "the status line of {file} says “{status}”, and nothing in the entry says so",
      help: "Say at the line what took its place, or move the entry to the superseded section.",
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
      } else {
        const status = retiredStatus(spec, settings);
        if (status === undefined || promoted.role !== "promoted" || saysSo(promoted, claims)) continue;
        const { path, line } = status.location;
        report("retired", promoted, { data: { ...data, status: status.text, file: path }, factAt: { path, line } });
      }
    }
  },
});

/** Whether the entry says itself that its spec is history, or names another spec as well. */
function saysSo({ key, target }: PromotedClaim, claims: Claims): boolean {
  const same = claims.of("candidate").filter((one) => keysOf(one).includes(key));
  const words = same.flatMap(({ text, body }) => [text, ...body.map(({ plain }) => plain)]).join(" ");
  return (
    same.some((one) => one.role === "superseded" || one.targets.some(({ spec }) => spec !== target.spec)) ||
    /supersed|replac|refresh|retired|withdrawn|merged|folded|renumber|\bwas\b|\bnow\b|formerly|closed|abandon|ersetzt|remplac|reemplaz|substitu/i.test(
      words,
    )
  );
}
