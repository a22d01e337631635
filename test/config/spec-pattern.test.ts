import { describe, expect, it } from "vitest";
import { defaultSpecPattern, specPatternFault } from "../../src/config/spec-pattern.ts";

describe("specPatternFault", () => {
  it.each([
    defaultSpecPattern,
    "^(?<number>\\d{2,})-(?<slug>[a-z0-9]+(?:-[a-z0-9]+)*)$",
    "^SPEC-(?<number>\\d+)_(?<slug>.+)$",
    "^(?:spec-)?(?<number>\\d{3})-(?<slug>[a-z0-9-]+)$",
    "^(?<slug>[^+*(]+)-(?<number>\\d+)$",
    "^(?<number>\\d+)\\(\\+\\)(?<slug>(?:ab)+)$",
    "^(?<slug>[\\]+*(]+)-(?<number>\\d+)$",
    "^(?<number>\\d+)-(?:a|b)-(?<slug>[a-z]+)$",
  ])("accepts %s", (pattern) => {
    expect(specPatternFault(pattern)).toBeUndefined();
  });

  it.each([
    ["(", "no regular expression (Unterminated group)"], ["[z-a]", "no regular expression"], ["(?<number>\\d+)(?<number>x)", "no regular expression"],
    [")|(", "no regular expression"],
    ["^\\d+-.+$", "no group (?<number>…) and (?<slug>…)"], ["(?<number>\\d+)", "no group (?<slug>…)"], ["", "no group"],
    ["(?<number>\\d+)-(?<slug>([a-z]+)*)", "repeats"], ["(?<number>\\d+)-(?<slug>(?:[a-z]|[a-z0-9])+)", "repeats"],
    ["(?<number>\\d+)-(?<slug>((a+)b)+)", "repeats"], ["(?<number>\\d+)-(?<slug>(a{2,})*)", "repeats"], ["(?<number>\\d+)-(?<slug>(\\w+\\s?){3,}x)", "repeats"],
    ["(?<number>\\d+)-(?<slug>[\\w-]+(?:-[\\w-]+)*)", "repeats"], ["(?<number>\\d+)-(?<slug>(?:(?:(x+)))+)", "repeats"],
  ])("refuses %s", (pattern, words) => {
    expect(specPatternFault(pattern)).toContain(words);
  });
});
