import { describe, expect, it } from "vitest";
import { defaultSpecPattern, specPatternFault } from "../../src/config/spec-pattern.ts";

describe("specPatternFault", () => {
  it.each([
    defaultSpecPattern,
    "^SPEC-(?<slug>[A-Z]+(?:-[A-Z]+)*)-(?<number>\\d{3})$",
    "^SPEC-(?<number>\\d+)_(?<slug>.+)$",
    "^(?:spec-)?(?<number>\\d{3})-(?<slug>[a-z0-9-]+)$",
    "^(?<number>\\d+)-(?<slug>[\\w-]+(?:-[\\w-]+)*)$",
    "^(?<number>\\d+)-(?<slug>(?:[a-z]|[a-z0-9])+)$",
    "^(?<number>\\d+)-(?<slug>(?:a|b|ab)*)$",
    "^(?<number>\\d{4}-\\d{2}-\\d{2})-(?<slug>.+)$",
    "^(?<number>20\\d{6})[-_](?<slug>[^/]+?)(?:-(?:draft|done))?$",
    "^(?:feat|fix|docs|test|perf|chore|style|build|ci|revert)-(?<number>[0-9]{1,5})-(?<slug>\\w+(?:[-.]\\w+)*)$",
    "^(?!template|000)(?<number>\\d+)-(?<slug>[\\p{L}-]+)$",
    "(?<number>\\d{3})\\b(?<slug>[a-z0-9-]+)\\b",
    "^(?<number>\\d)(?<slug>(.+)\\2+)$",
    "^(?<number>\\d)(?<slug>a)(?<=a*a*a*)$",
    "^(?:|x)(?<number>\\d+)(?:-|_|)(?<slug>[|(\\]|]+)$",
    // Slow for some names, which is found out when there are any.
    "^(?<number>\\d+)-(?<slug>(?:(?:(x+)))+)$",
    "(?<number>\\d+)-(?<slug>([a-z]+)*)",
    `^(?<number>\\d+)-(?<slug>${".*".repeat(10)}x)$`,
  ])("accepts %s", (pattern) => {
    expect(specPatternFault(pattern)).toBeUndefined();
  });

  // Those with open branches would be compiled for years: the test would not end.
  it.each([
    ["(", "not a regular expression (Unterminated group)"],
    ["[z-a]", "not a regular expression"],
    ["(?<number>\\d+)(?<number>x)", "not a regular expression"],
    [")|(", "not a regular expression"],
    ["^\\d+-.+$", "no group (?<number>…) and (?<slug>…)"],
    ["^(a+)+$", "no group (?<number>…) and (?<slug>…)"],
    ["(?<number>\\d+)", "no group (?<slug>…)"],
    ["", "no group"],
    [`^(?<number>\\d)(?<slug>${"(|x?)".repeat(30)})b$`, "alternatives that may match nothing"],
    [`^(?<number>\\d)(?<slug>${"(?:a*|b*)".repeat(30)})b$`, "alternatives that may match nothing"],
    [`^(?<number>\\d)(?<slug>.)${"\\b".repeat(60)}`, "alternatives that may match nothing"],
    ["^(?<number>\\d)(?<slug>(?:(?:(?:(?:|x?){3}){3}){3}){3})", "alternatives that may match nothing"],
    [`^(?<number>\\d)(?<slug>${"x".repeat(500)})$`, "500 characters"],
  ])("refuses %s", (pattern, words) => {
    expect(specPatternFault(pattern)).toContain(words);
  });
});
