import { describe, expect, it } from "vitest";
import { defineRule, z } from "../../src/rule-api/index.ts";
import { runRule, testRule, type RuleTests } from "../../src/testing/index.ts";

const rule = defineRule({
  meta: { description: "Disallow parrots", severity: "warning", class: "fact", since: "1.0.0" },
  options: z.strictObject({ bird: z.string().default("parrot") }),
  messages: { bird: { message: "“{title}” is about a {bird}.", fact: "the house keeps none" } },
  check({ claims, options, report }) {
    for (const one of claims.of("candidate"))
      if (one.key.includes(options.bird)) report("bird", one, { data: { title: one.title, bird: options.bird } });
  },
});
const queue = (title: string) => ({
  "docs/product/spec-candidates.md": `# Queue\n\n## Active\n\n### ${title}\n\n- **Priority**: P1\n`,
});
const sound: RuleTests = {
  valid: [
    { name: "no bird", files: queue("Seat maps") },
    { name: "another bird", files: queue("Parrot care"), options: { bird: "crow" } },
  ],
  invalid: [
    {
      name: "a parrot",
      files: queue("Parrot care"),
      findings: [{ message: "“Parrot care” is about a parrot.", line: 5 }],
    },
  ],
};
const change = (over: Partial<RuleTests>): RuleTests => ({ ...sound, ...over });
const [valid] = sound.valid;
const [invalid] = sound.invalid;

describe("testRule", () => {
  it("is content with cases that hold", () => {
    expect(() => testRule("house/no-parrots", rule, sound)).not.toThrow();
  });

  it.each([
    ["no valid case", change({ valid: [] }), /needs valid and invalid cases/],
    [
      "two cases of one name",
      change({ valid: [valid, valid].flatMap((one) => one ?? []) }),
      /two cases named “no bird”/,
    ],
    [
      "a valid case with a finding",
      change({ valid: [{ name: "x", files: queue("Parrot care") }] }),
      /valid case “x”: it reports ““Parrot care” is about a parrot\.”/,
    ],
    [
      "an invalid case without findings",
      change({ invalid: [{ ...(invalid ?? { name: "", files: {} }), findings: [] }] }),
      /names no finding/,
    ],
    [
      "an invalid case that is silent",
      change({ invalid: [{ name: "x", files: queue("Crow"), findings: [{ message: "m" }] }] }),
      /should report “m” \(any path:any line\), but reports nothing/,
    ],
    [
      "another line",
      change({
        invalid: [
          {
            name: "x",
            files: queue("Parrot care"),
            findings: [{ message: "“Parrot care” is about a parrot.", line: 6 }],
          },
        ],
      }),
      /any path:6/,
    ],
  ])("refuses %s", (_, tests, message) => {
    expect(() => testRule("house/no-parrots", rule, tests)).toThrow(message);
  });

  it("asks for a case of every message", () => {
    const talkative = { ...rule, messages: { ...rule.messages, crow: { message: "A crow.", fact: "none" } } };
    expect(() => testRule("house/no-parrots", talkative, sound)).toThrow(/no invalid case produces its message “crow”/);
  });
});

describe("runRule", () => {
  it("takes configuration and date", () => {
    const files = { "BACKLOG.md": queue("Parrot care")["docs/product/spec-candidates.md"] };
    expect(
      runRule("house/no-parrots", rule, {
        name: "x",
        files,
        config: { queue: "BACKLOG.md" },
        today: "2026-01-01",
      }).findings.map((finding) => [finding.path, finding.line]),
    ).toEqual([["BACKLOG.md", 5]]);
  });
});
