import {
  defineRule,
  noOptions,
  retarget,
  type Facts,
  type Fix,
  type SpecPackage,
  type SpecTarget,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow deleting or renumbering a spec directory that the queue still names",
    severity: "error",
    class: "history",
    since: "0.1.0",
    needs: ["base", "queue"],
  },
  options: noOptions,
  messages: {
    deleted: {
      message: "The queue points “{title}” at Spec {spec}, but this change deletes {directory}.",
      fact: "{base} has {directory}, and this tree has not",
      help: "Restore the directory, or say in the queue what became of the candidate.",
    },
    renamed: {
      message: "The queue points “{title}” at Spec {spec}, but this change renames {directory}.",
      fact: "{directory} of {base} is {now} now",
      help: "Let the line name the new directory.",
    },
  },
  check({ claims, facts, base, report }) {
    const earlier = base.model.facts;
    const lines = [
      ...claims.of("promoted").map((line) => ({ line, target: line.target })),
      ...claims.of("removal-record").flatMap((line) => line.targets.map((target) => ({ line, target }))),
    ];
    for (const { line, target } of lines) {
      const [old, ...others] = earlier.specs.numbered(target.spec);
      if (facts.specs.has(target.spec) || old === undefined || others.length > 0) continue;
      const now = renamedPackage(old, facts, earlier);
      const data = { title: line.title, spec: target.digits, directory: old.path, base: base.name };
      const identity = `${line.identity} ${target.spec}`;
      if (now === undefined) report("deleted", line, { identity, at: target, data });
      else
        report("renamed", line, {
          identity,
          at: target,
          data: { ...data, now: now.path },
          factAt: { path: now.path },
          fix: correction(target, now, facts),
        });
    }
  },
});

/** Where git shows that the directory went, or else the one new directory with its slug. */
function renamedPackage(old: SpecPackage, facts: Facts, earlier: Facts): SpecPackage | undefined {
  const answer = facts.renamed(old.path);
  const known = answer.kind === "known" ? facts.specs.all.find(({ path }) => path === answer.value) : undefined;
  const alike = facts.specs.all.filter(
    ({ slug, path }) => slug === old.slug && !earlier.specs.all.some((one) => one.path === path),
  );
  return known ?? (alike.length === 1 ? alike[0] : undefined);
}

function correction(target: SpecTarget, spec: SpecPackage, facts: Facts): Fix | undefined {
  const edits = retarget(target, spec, facts);
  return edits && { kind: "safe", description: `Write Spec ${spec.digits} (\`${spec.slug}\`).`, edits };
}
