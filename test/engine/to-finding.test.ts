import { describe, expect, it } from "vitest";
import { documentationUrl } from "../../src/core/documentation-url.ts";
import { toFinding, toProblem, type RuleReport } from "../../src/engine/to-finding.ts";
import { startOf } from "../../src/core/location.ts";

const messages = {
  gone: { message: "“{title}” is gone.", fact: "there is no {title}{rest}", help: "Drop {title}." },
  bare: { message: "{title}", fact: "{fact}" },
};
const location = { path: "queue.md", line: 3, column: 5, endLine: 3, endColumn: 15, offset: 20, endOffset: 30 };
const claim = { text: "Apple tree", location };

function problem(report: Partial<RuleReport> = {}) {
  return toProblem(
    { messages },
    { messageId: "gone", claim, evidence: { data: { title: "Apple", rest: "" } }, ...report },
  );
}

describe("words", () => {
  it("are filled in once, so that a value cannot be a template", () => {
    const { message, fact, help } = problem({ evidence: { data: { title: "{rest} $& $1", rest: "{title}" } } });
    expect([message, fact.text, help]).toEqual([
      "“{rest} $& $1” is gone.",
      "there is no {rest} $& $1{title}",
      "Drop {rest} $& $1.",
    ]);
  });

  it("may be numbers, and nothing when other words remain", () => {
    expect(problem({ evidence: { data: { title: 0, rest: "" } } })).toMatchObject({
      message: "“0” is gone.",
      fact: { text: "there is no 0" },
    });
  });

  it("have no help when the message has none", () => {
    expect(problem({ messageId: "bare", evidence: { data: { title: "A", fact: "b" } } })).not.toHaveProperty("help");
  });
});

describe("the claim", () => {
  it("is shown in one line of at most 160 characters", () => {
    expect(problem({ claim: { text: "  Apple\n\t tree ", location } }).claim.text).toBe("Apple tree");
    const long = problem({ claim: { text: "word ".repeat(60), location } }).claim.text;
    expect(long.length).toBeLessThanOrEqual(160);
    expect(long).toMatch(/word…$/);
  });

  it("is never cut inside a character", () => {
    const { claim: shown, identity } = problem({ claim: { text: `a${"𠮷".repeat(100)}`, location } });
    expect(() => encodeURIComponent(shown.text + identity), "half a character cannot be encoded").not.toThrow();
    expect(shown.text.endsWith("𠮷…")).toBe(true);
  });

  it("is quoted with what stands around it, at the place of the part that is wrong", () => {
    const at = { text: "Spec 9", quote: "see Spec 9 for it", location: { ...location, line: 7, endLine: 7 } };
    expect(problem({ evidence: { data: { title: "A", rest: "" }, at } })).toMatchObject({
      claim: { text: "see Spec 9 for it" },
      location: { line: 7 },
      identity: "apple tree",
    });
  });
});

describe("the identity", () => {
  it("is the claim's own, or made of its words", () => {
    expect(problem({ claim: { ...claim, identity: "tree/apple" } }).identity).toBe("tree/apple");
    expect(problem({ claim: { text: "The  *Apple* & Pear", location } }).identity).toBe("the apple and pear");
    expect(problem({ claim: { text: "word ".repeat(60), location } }).identity.length).toBeLessThanOrEqual(80);
  });
});

describe("a report is refused", () => {
  const at = (place: Partial<typeof location>): Partial<RuleReport> => ({
    claim: { text: "a", location: { ...location, ...place } },
  });

  it.each<[string, Partial<RuleReport>, RegExp]>([
    ["with an unknown message", { messageId: "toString" }, /“toString”, which is none of its messages/],
    ["without a value", { evidence: { data: { title: "A" } } }, /no value for \{rest\}/],
    [
      "with a value that is inherited only",
      { messageId: "bare", evidence: { data: Object.create({ title: "A", fact: "b" }) as Record<string, string> } },
      /no value for \{title\}/,
    ],
    [
      "with a superfluous value",
      { evidence: { data: { title: "A", rest: "", extra: 1 } } },
      /\{extra\}, which its message does not use/,
    ],
    [
      "with an empty truth",
      { messageId: "bare", evidence: { data: { title: "A", fact: " " } } },
      /“\{fact\}” is empty/,
    ],
    [
      "with an empty message",
      { messageId: "bare", evidence: { data: { title: "", fact: "b" } } },
      /“\{title\}” is empty/,
    ],
    ["before the first line", at({ line: 0 }), /outside any file \(queue\.md:0:5/],
    ["before the first column", at({ column: 0 }), /outside any file/],
    ["at no number", at({ line: Number.NaN }), /outside any file/],
    ["without a path", at({ path: "" }), /outside any file/],
    ["that ends before its line", at({ endLine: 2 }), /ends before it begins/],
    ["that ends before its column", at({ endColumn: 4 }), /ends before it begins/],
  ])("%s", (_, report, error) => {
    expect(() => problem(report)).toThrow(error);
  });
});

describe("a finding", () => {
  it("has the shape of the published report", () => {
    const evidence = { data: { title: "Apple", rest: "" }, factAt: { ...startOf("ledger.md"), line: 9 } };
    expect(toFinding({ id: "a/b", severity: "warning" }, problem({ evidence }))).toEqual({
      rule: "a/b",
      severity: "warning",
      message: "“Apple” is gone.",
      path: "queue.md",
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 15,
      claim: { text: "Apple tree", path: "queue.md", line: 3 },
      fact: { text: "there is no Apple", path: "ledger.md", line: 9 },
      help: "Drop Apple.",
      url: `${documentationUrl}/a/b.md`,
      fingerprint: "a/b:queue.md:apple tree",
      suppressed: false,
    });
  });

  it("carries a fix, and a truth without a line", () => {
    const fix = {
      kind: "suggest",
      description: "Drop it.",
      edits: [{ path: "queue.md", offset: 0, endOffset: 3, text: "" }],
    } as const;
    const finding = toFinding(
      { id: "a/b", severity: "info" },
      problem({ evidence: { data: { title: "A", rest: "" }, fix, factAt: { path: "specs/001-a" } } }),
    );
    expect(finding.fix).toEqual(fix);
    expect(finding.fact).toEqual({ text: "there is no A", path: "specs/001-a" });
  });

  it.each([
    ["it gives a fix without edits", { kind: "safe", description: "Drop it.", edits: [] }],
    [
      "which is not a sentence",
      { kind: "safe", description: "drop it", edits: [{ path: "queue.md", offset: 0, endOffset: 3, text: "" }] },
    ],
  ] as const)("is refused when %s", (words, fix) => {
    expect(() => problem({ evidence: { data: { title: "A", rest: "" }, fix } })).toThrow(words);
  });
});
