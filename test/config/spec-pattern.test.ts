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
    "^(?<number>\\d{3,4})-(?<slug>[a-z0-9]+(?:-[a-z0-9]+)*)$",
    "^(?<number>\\d+)-(?<slug>((a+)b)+)$",
    "^(?<number>\\d{4}-\\d{2}-\\d{2})-(?<slug>.+)$",
    "^(?<number>20\\d{6})[-_](?<slug>[^/]+?)(?:-(?:draft|done))?$",
    "^(?<slug>.+)-(?<number>\\d+)$",
    "^(?:feat|fix|feature)-(?<number>[0-9]{1,5})-(?<slug>\\w+(?:[-.]\\w+)*)$",
    "^(?<team>[A-Z]+)-(?<number>\\d+)-(?<owner>[a-z]+)-(?<slug>[a-z0-9-]+)$",
    "^(?!template|000)(?<number>\\d+)-(?<slug>[\\p{L}-]+)$",
    "(?<number>\\d{3})-(?<slug>[a-z0-9-]+)",
    "^(?<number>\\d{3})-(?<slug>(?:[a-z]{2,3}-){2}[A-Z\\x30-\\x39]+)$|^(?<number2>x)$",
  ])("accepts %s", (pattern) => {
    expect(specPatternFault(pattern)).toBeUndefined();
  });

  it.each([
    ["(", "no regular expression (Unterminated group)"],
    ["[z-a]", "no regular expression"],
    ["(?<number>\\d+)(?<number>x)", "no regular expression"],
    [")|(", "no regular expression"],
    ["^\\d+-.+$", "no group (?<number>…) and (?<slug>…)"],
    ["(?<number>\\d+)", "no group (?<slug>…)"],
    ["", "no group"],
    ["(?<number>\\d+)-(?<slug>([a-z]+)*)", "repeats"],
    ["(?<number>\\d+)-(?<slug>(?:[a-z]|[a-z0-9])+)", "repeats"],
    ["(?<number>\\d+)-(?<slug>(a{2,})*)", "repeats"],
    ["(?<number>\\d+)-(?<slug>(\\w+\\s?){3,}x)", "repeats"],
    ["(?<number>\\d+)-(?<slug>[\\w-]+(?:-[\\w-]+)*)", "repeats"],
    ["(?<number>\\d+)-(?<slug>(?:(?:(x+)))+)", "repeats"],
    ["^(?<number>\\d+)-(?<slug>(aa?){1,60})b$", "repeats"],
    [`^(?<number>\\d+)-(?<slug>${".*".repeat(10)}x)$`, "repeats"],
    [`^(?<number>\\d+)-(?<slug>${".*?a".repeat(11)})X$`, "repeats"],
    ["^(?<number>\\d+)-(?<slug>.+-.+-.+)$", "repeats"],
    ["(?<number>\\d+).*(?<slug>x)", "repeats"],
    [`^(?<number>\\d)(?<slug>${"a?".repeat(40)}${"a".repeat(40)})$`, "repeats"],
    [`^(?<number>\\d)(?<slug>${"a{1,9}".repeat(9)})b$`, "repeats"],
    [`^(?<number>\\d)(?<slug>${"(|x?)".repeat(30)})b$`, "repeats"],
    [`^(?<number>\\d)(?<slug>${"(?:a|a)".repeat(30)})b$`, "repeats"],
    ["^(?<number>\\d)(?<slug>(a*)*)$", "repeats"],
    ["^(?<number>\\d)(?<slug>(?:a|b|ab)*)$", "repeats"],
    ["^(?<number>\\d)(?<slug>(.+)\\2+)$", "repeats"],
    ["^(?<number>\\d)(?=.*.*.*x)(?<slug>.)", "repeats"],
    ["^(?<number>\\d)(?<slug>(?:(?=.*x)a)*)$", "repeats"],
    ["^(?<number>\\d)(?<slug>a)(?<=a*a*a*)$", "repeats"],
    ["^(?<number>\\d)(?<slug>(?:\\u00e9|[^a])*)$", "repeats"],
    [`^(?<number>\\d)(?<slug>${"x".repeat(500)})$`, "500 characters"],
  ])("refuses %s", (pattern, words) => {
    expect(specPatternFault(pattern)).toContain(words);
  });
});
