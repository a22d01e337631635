import { cycles, defineRule, dependencySteps, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow dependencies that lead back to the entry they start from",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    cycle: {
      message: "“{title}” depends on itself: {path}.",
      fact: "{steps}",
      help: "Cut one of these dependencies, or merge the entries.",
    },
  },
  check({ claims, report }) {
    for (const circle of cycles(dependencySteps(claims))) {
      const [first] = circle;
      if (first === undefined) continue;
      const path = [...circle.map((step) => step.dependent.title), first.dependent.title].join(" → ");
      const steps = circle
        .map(
          ({ claim, dependent, needed }) =>
            `“${dependent.title}” needs “${needed.title}” (line ${claim.location.line})`,
        )
        .join(", ");
      // Whichever of them is first, it is the same circle.
      const identity = `circle ${circle
        .map((step) => step.dependent.key)
        .sort()
        .join(", ")}`;
      report("cycle", first.claim, {
        identity,
        data: { title: first.dependent.title, path, steps },
        factAt: {
          path: first.claim.location.path,
          line: circle.at(-1)?.claim.location.line ?? first.claim.location.line,
        },
      });
    }
  },
});
