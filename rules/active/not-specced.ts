import { defineRule, keysOf, noOptions, type Candidate, type Facts, type SpecPackage } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow active candidates that are already promoted or already have a spec",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    promoted: {
      message: "“{title}” is an active candidate, but is already promoted to Spec {spec}.",
      fact: "the promoted line at {line} says Spec {spec}",
      help: "Remove it from the active section; if a narrower gap remains, give that its own title and say what it is.",
    },
    specced: {
      message: "“{title}” is an active candidate, but {directory} already exists for it.",
      fact: "{directory} carries its {what}",
      help: "Move it to the promoted section as “- {title} -> Spec {spec} (`{slug}`)”.",
    },
    pointed: {
      message: "“{title}” is an active candidate, but its own line says that it became Spec {spec}.",
      fact: "the active section is for work that has no spec yet",
      help: "Move it to the promoted section as “- {title} -> Spec {spec} (`{slug}`)”.",
    },
  },
  check({ claims, facts, report }) {
    const promoted = new Map(claims.of("candidate").filter((one) => one.role === "promoted").flatMap((one) => keysOf(one).map((key) => [key, one] as const)));
    for (const candidate of claims.of("candidate")) {
      if (candidate.role !== "active") continue;
      const title = candidate.title;
      const twin = keysOf(candidate).map((key) => promoted.get(key)).find((one) => one !== undefined);
      const [target] = candidate.targets;
      if (twin !== undefined) {
        const { path, line } = twin.location;
        report("promoted", candidate, { data: { title, spec: twin.targets[0]?.digits ?? "?", line }, factAt: { path, line } });
        continue;
      }
      const spec = carrier(candidate, facts);
      if (spec !== undefined) {
        const what = candidate.targets.length > 0 ? "number" : facts.specs.slugged(spec.slug) === spec && spec.title === undefined ? "slug" : "title or slug";
        report("specced", candidate, { data: { title, directory: spec.path, what, spec: spec.digits, slug: spec.slug }, factAt: { path: spec.path } });
      } else if (target !== undefined) {
        report("pointed", candidate, { data: { title, spec: target.digits, slug: target.slug ?? "its-slug" } });
      }
    }
  },
});

/** The package that the title line points to, or that carries the title or slug. */
function carrier(candidate: Candidate, facts: Facts): SpecPackage | undefined {
  return candidate.targets.flatMap((target) => facts.specs.numbered(target.spec))[0] ?? facts.specs.titled(candidate.title);
}
