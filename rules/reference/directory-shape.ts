import { defineRule, z } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require spec directories to be named by the configured pattern and width",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: z.strictObject({
    ignore: z
      .array(z.string())
      .default(["templates", "archive", "_archive", "archived", "shared", "examples"])
      .describe("Names of directories under the spec root that hold no spec."),
  }),
  messages: {
    name: {
      message: "{path} is not named like a spec directory.",
      fact: "the pattern for spec directories is {pattern}",
      help: "Rename it to <number>-<slug>, or list its name under `ignore` if it holds no spec.",
    },
    width: {
      message: "{path} writes its number with {digits} digits, the others with {width}.",
      fact: "the spec directories of {root} are numbered with {width} digits",
      help: "Rename it to {expected}.",
    },
  },
  check({ facts, options, settings, report, notChecked }) {
    const { unrecognised, root, all, width } = facts.specs;
    if (root === undefined) return;
    for (const directory of unrecognised) {
      if (options.ignore.includes(directory.text)) continue;
      // Where most specs have a name alone, names are the team's way.
      if (unrecognised.length > all.length && facts.units.at(directory.location.path) !== undefined) {
        notChecked(`most specs of ${root} are named without a number`, directory);
        continue;
      }
      report("name", directory, {
        data: { path: directory.location.path, pattern: settings.specPattern },
        factAt: { path: root },
      });
    }
    for (const spec of all) {
      // A number that has outgrown the width (1000 after 999) is written in full and is right.
      const expected = String(spec.number).padStart(width, "0");
      if (spec.digits === expected) continue;
      report("width", spec, {
        data: { path: spec.path, digits: spec.digits.length, width, root, expected: `${expected}-${spec.slug}` },
        factAt: { path: root },
      });
    }
  },
});
