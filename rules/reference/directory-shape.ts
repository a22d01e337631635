import {
  defineRule,
  startOf,
  z,
  type UnrecognisedDirectory,
  type Settings,
  type SpecFacts,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require spec directories to be named by the configured pattern and width",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    laxer: { ignore: "more" },
  },
  options: z.strictObject({
    ignore: z
      .array(z.string())
      .default(["templates", "archive", "archived", "shared", "examples", "assets", "drafts", "legacy"])
      .describe("Names of directories under the spec root that hold no spec."),
  }),
  messages: {
    name: {
      message: "{path} is not named like a spec directory.",
      fact: "{pattern}",
      help: "Rename it to <number>-<slug>, or list its name under `ignore` if it holds no spec.",
    },
    unnumbered: {
      message: "{root} holds {count} directories of specs, {numbered} of which have a number.",
      fact: "without one are {names}",
      help: "Nothing has to be done; what the documents say by numbers is checked only as far as there are numbers.",
      isAdvisory: true,
    },
    width: {
      message: "{path} writes its number with {digits} digits, the others with {width}.",
      fact: "the spec directories of {root} are numbered with {width} digits",
      help: "Rename it to {expected}.",
    },
  },
  check({ facts, options, settings, report }) {
    const { root, all, width } = facts.specs;
    if (root === undefined) return;
    const without = facts.specs.unrecognised.filter(
      ({ text, holdsSpec }) => holdsSpec && !options.ignore.includes(text),
    );
    if (isPractice(without, facts.specs)) {
      report(
        "unnumbered",
        { text: root, identity: "unnumbered", location: startOf(root) },
        { data: { root, count: all.length + without.length, numbered: all.length || "none", names: listOf(without) } },
      );
    } else
      for (const directory of without) {
        report("name", directory, {
          data: { path: directory.location.path, pattern: patternOf(facts.specs, settings) },
          factAt: { path: root },
        });
      }
    for (const spec of all) {
      // A number that has outgrown the width (1000 after 999) is written in full and is right; a moment has a width of its own.
      const expected = String(spec.number).padStart(width, "0");
      if (spec.digits === expected || spec.digits.includes("-")) continue;
      report("width", spec, {
        data: { path: spec.path, digits: spec.digits.length, width, root, expected: `${expected}-${spec.slug}` },
        factAt: { path: root },
      });
    }
  },
});

function patternOf({ all: [example] }: SpecFacts, { specPattern }: Settings): string {
  return example === undefined
    ? `the pattern for spec directories is ${specPattern}`
    : `the others are named like ${example.text}`;
}

/** A few names in a hundred are slips; more are how the team works. */
function isPractice(without: readonly UnrecognisedDirectory[], { all }: SpecFacts): boolean {
  return without.length > 1 && without.length * 20 > all.length;
}

const mostNamed = 3;

function listOf(directories: readonly UnrecognisedDirectory[]): string {
  const names = directories.slice(0, mostNamed).map(({ text }) => text);
  const more = directories.length - names.length;
  return `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
