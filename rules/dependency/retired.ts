import {
  defineRule,
  dependencyState,
  entriesNamed,
  isOpen,
  noOptions,
  retiredStatus,
  type DependencyClaim,
  type RuleContext,
} from "../../src/rule-api/index.ts";

type Context = Pick<RuleContext<unknown, "spec">, "facts" | "settings" | "report">;

export default defineRule({
  meta: {
    description: "Disallow a dependency on an entry or a spec that is superseded",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    retired: {
      message: "“{title}” depends on “{name}”, which is superseded{successor}.",
      fact: "“{name}” is under “{section}” at line {line}",
      help: "Depend on what took its place, or cut the dependency.",
    },
    spec: {
      message: "“{title}” depends on Spec {spec}, which calls itself “{status}”.",
      fact: "the status line of {path} says “{status}”",
      help: "Depend on what took its place, or cut the dependency.",
    },
  },
  check({ claims, facts, settings, report }) {
    for (const dependency of claims.of("dependency")) {
      if (!isOpen(dependency.role)) continue;
      if (checkSpec(dependency, { facts, settings, report })) continue;
      const named = entriesNamed(dependency, claims.of("candidate"));
      const [entry] = named;
      // A title that another section has too is open or promoted there. What was removed because it is implemented is not an obstacle.
      if (
        entry === undefined ||
        named.some((one) => one.role !== "superseded") ||
        dependencyState(dependency, { claims, facts, settings }).met
      )
        continue;
      const successor = claims.of("supersession").find((one) => one.entry === entry.key && one.direction === "by");
      const { path, line } = entry.location;
      report("retired", dependency, {
        data: {
          title: dependency.title,
          name: entry.title,
          successor: successor === undefined ? "" : ` by “${successor.text}”`,
          section: entry.section,
          line,
        },
        factAt: { path, line },
      });
    }
  },
});

/** Whether the spec that is needed calls itself superseded, which is then reported. */
function checkSpec({ target, title, ...claim }: DependencyClaim, { facts, settings, report }: Context): boolean {
  const [spec, ...others] = target === undefined ? [] : facts.specs.numbered(target.spec);
  const status = spec === undefined || others.length > 0 ? undefined : retiredStatus(spec, settings);
  if (spec === undefined || status === undefined) return false;
  const { path, line } = status.location;
  report("spec", claim, {
    data: { title, spec: spec.digits, status: status.text, path },
    factAt: { path, line },
  });
  return true;
}
