// The first import: it must count before anything is compiled.
import { countedSteps } from "./counted-steps.ts";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { lintSnapshot } from "../../src/api/lint-snapshot.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { worstInputs } from "./worst-inputs.ts";

/** Every rule is on, heuristics too. */
const severities = Object.fromEntries(rules.map((rule) => [rule.id, rule.definition.meta.severity]));
/** Four times the size makes four times the steps when they are linear, five when they grow by n log n, sixteen times when they are quadratic. */
const [times, mostGrowth] = [4, 5.5];

type Files = Readonly<Record<string, string>>;

/** The steps of one whole audit, from the parser to the findings. */
function stepsOf(files: Files): number {
  const snapshot = memorySnapshot(files);
  return countedSteps(() => {
    lintSnapshot(snapshot, { rules: severities });
  });
}

/** How many times as many steps the large one takes. The small one comes first: what it parsed is remembered, and the large one has it too. */
function growth(make: (size: number) => Files, size: number): number {
  const small = stepsOf(make(size));
  return stepsOf(make(times * size)) / small;
}

/**
 * Sizes other than 100: of the entries of one document, which repositories have most of; and of what is quadratic up to a limit, from that limit on. For each `<!--` the parser looks for its end up to the end of the paragraph, until
 * documents/costly-paragraphs.ts leaves it out; titles are compared with those that share a word, until very many share it.
 */
const sizes: Readonly<Record<string, number>> = {
  'runs of "<!--"': 2_500,
  "entries like specs": 400,
  "entries with fields": 400,
};

describe("countedSteps", () => {
  it.each([
    ["linear", 1, 4],
    ["quadratic", 2, 16],
  ])("tells what is %s", (_, power, expected) => {
    const loop = (size: number): number => {
      let sum = 0;
      for (let index = 0; index < size ** power; index += 1) sum += index;
      return sum;
    };
    expect(countedSteps(() => loop(400)) / countedSteps(() => loop(100))).toBeCloseTo(expected, 0);
  });
});

it("countedSteps sees what regular expressions do, however they are asked", () => {
  const words = (size: number): string => "word ".repeat(size);
  const asked: readonly ((text: string) => unknown)[] = [
    (text) => /x/.test(text),
    (text) => text.match(/x/g),
    (text) => [...text.matchAll(/ /g)],
    (text) => text.replaceAll(/ /g, "-"),
    (text) => text.split(/ /),
    (text) => text.search(/x/),
  ];
  for (const ask of asked) {
    expect(countedSteps(() => ask(words(4000))) / countedSteps(() => ask(words(1000)))).toBeCloseTo(4, 0);
    const each = (size: number) => (): void =>
      words(size)
        .split(" ")
        .forEach((_, index) => void ask(words(size).slice(index)));
    expect(countedSteps(each(80)) / countedSteps(each(20))).toBeGreaterThan(10);
  }
});

describe("the work of an audit grows in proportion to", () => {
  it.each(Object.entries(worstInputs))("%s", (name, make) => {
    // What is read once, whatever is audited.
    stepsOf(make(8));
    expect(growth(make, sizes[name] ?? 100)).toBeLessThan(mostGrowth);
  });
});
