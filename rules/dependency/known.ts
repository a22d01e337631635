import {
  defineRule,
  isCitedPlace,
  isKnownName,
  isOpen,
  keysOf,
  nearest,
  z,
  type DependencyClaim,
  type RuleContext,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "entry" | "spec">;

export default defineRule({
  meta: {
    description: "Require every named dependency to be an entry or a spec",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    laxer: { ignore: "more", external: "more" },
    needs: "queue",
  },
  options: z.strictObject({
    ignore: z.array(z.int()).default([]).describe("Spec numbers that live in another repository."),
    external: z.array(z.string()).default([]).describe("Names of things outside the queue that entries may depend on."),
  }),
  messages: {
    entry: {
      message: "“{title}” depends on “{name}”, which is neither an entry nor a spec.",
      fact: "no entry, ledger row or spec package is called “{name}”{nearest}",
      help: "Write the title as its entry does, or list the name under `external`.",
    },
    spec: {
      message: "“{title}” depends on Spec {spec}, which does not exist.",
      fact: "{root} has no {spec}-* directory",
      help: "Correct the number, or list it under `ignore` if the spec lives in another repository.",
    },
  },
  check({ claims, facts, options, report, notChecked }) {
    const external = new Set(options.external.map((name) => name.toLowerCase()));
    for (const dependency of claims.of("dependency")) {
      if (
        !isOpen(dependency.role) ||
        external.has(dependency.text.toLowerCase()) ||
        isKnownName(dependency, { claims, facts })
      )
        continue;
      const { title, target } = dependency;
      // A path or link that leads nowhere is reported by reference/anchor-exists or reference/heading-anchor.
      if (isCitedPlace(dependency, { claims, facts })) continue;
      if (target === undefined) checkTitle(dependency, { claims, report, notChecked });
      else if (facts.specs.root === undefined) notChecked("there is no specs directory", dependency);
      else if (facts.specs.unnumbered !== undefined) notChecked(facts.specs.unnumbered, dependency);
      else if (!options.ignore.includes(target.spec)) {
        report("spec", dependency, {
          data: { title, spec: target.digits, root: facts.specs.root },
          factAt: { path: facts.specs.root },
        });
      }
    }
  },
});

/** `Node 22`, `PostgreSQL >= 15.2`, `Spring Boot v3.x`, `iOS 17+`. */
const versioned = /^\S+(?: \S+){0,2}? (?:[<>=~^≥≤]{1,2} ?)?v?\d+(?:\.(?:\d+|x))*\+?(?: LTS)?$/i;

/** Plain words are prose ("legal sign-off") unless they are a title with a slip in it. */
function checkTitle(
  dependency: DependencyClaim,
  { claims, report, notChecked }: Pick<Context, "claims" | "report" | "notChecked">,
): void {
  const { key, text, title, marked } = dependency;
  const titles = new Map(
    claims
      .of("candidate")
      .filter((one) => one.key !== dependency.dependent)
      .flatMap((one) => keysOf(one).map((known) => [known, one] as const)),
  );
  const close =
    key.length < 6
      ? undefined
      : titles.get(nearest(key, titles.keys(), Math.floor(key.length * (marked ? 0.3 : 0.15))) ?? "");
  // "Export v2" is not a slip of "Export v1".
  const meant = close !== undefined && withoutNumbers(close.key) !== withoutNumbers(key) ? close : undefined;
  const outside = meant === undefined ? outsideOf(dependency, titles) : undefined;
  if (outside !== undefined) {
    notChecked(outside, dependency);
    return;
  }
  const found = meant === undefined ? {} : { factAt: { path: meant.location.path, line: meant.location.line } };
  report("entry", dependency, {
    data: { title, name: text, nearest: meant === undefined ? "" : `; the nearest is “${meant.title}”` },
    ...found,
  });
}

/** Why a name may mean something that no document holds. */
function outsideOf({ key, text, marked }: DependencyClaim, titles: ReadonlyMap<string, unknown>): string | undefined {
  if (!marked) return "words in a dependency field that are not a title may be a condition outside of the documents";
  const isRelated = [...titles.keys()].some((other) => withoutNumbers(other) === withoutNumbers(key));
  return versioned.test(text) && !isRelated
    ? "a name with a version may be a product outside of the documents"
    : undefined;
}

function withoutNumbers(key: string): string {
  return key.replace(/\bv?\d+\b/g, "").trim();
}
