import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const read = (text: string) => claimsOf("suppression", text);
const lines = (text: string): string[] =>
  read(text).flatMap((claim) =>
    claim.rules.map(
      ({ text: rule, stretch }) =>
        `${rule} ${stretch === undefined ? "nowhere" : `${stretch.from.line}-${stretch.to.line}`}`,
    ),
  );

describe("a comment is meant", () => {
  it("for the next line alone", () => {
    expect(lines("<!-- queue-lint-disable-next-line a/b, c/d -- x -->\n\n- Apple\n")).toEqual(["a/b 3-4", "c/d 3-4"]);
    expect(lines("<!-- queue-lint-disable-next-line a/b -- x -->\n")).toEqual(["a/b nowhere"]);
  });

  it("for the whole file", () => {
    expect(lines("Apple\n\n<!-- queue-lint-disable-file a/b -- x -->\n")).toEqual(["a/b 1-Infinity"]);
  });

  it("up to an enable of the rule, or of all rules", () => {
    const text =
      "<!-- queue-lint-disable a/b c/d -- x -->\n1\n\n<!-- queue-lint-enable c/d -->\n2\n\n<!-- queue-lint-disable c/d -- y -->\n3\n\n<!-- queue-lint-enable -->\n4\n";
    expect(lines(text)).toEqual(["a/b 1-10", "c/d 1-4", "c/d nowhere", "c/d 7-10"]);
    expect(lines("<!-- queue-lint-disable a/b -- x -->\n\n<!-- queue-lint-enable c/d -->\n")).toEqual([
      "a/b 1-Infinity",
      "c/d nowhere",
    ]);
  });

  it("in every document, also in instruction files", () => {
    for (const role of ["queue", "roadmap", "ledger", "inbox", "agent"] as const)
      expect(claimsOf("suppression", "<!-- queue-lint-disable a/b -- x -->\n", role)).toMatchObject([
        { document: role },
      ]);
  });
});

it("counts what an enable ends", () => {
  const text = ["disable a/b c/d -- x", "disable a/b -- y", "enable e/f", "enable a/b", "enable", "enable"]
    .map((words) => `<!-- queue-lint-${words} -->\n`)
    .join("");
  expect(read(text).map((claim) => claim.closes)).toEqual([0, 0, 0, 2, 1, 0]);
});

it("is identified by directive and rules, in any order and on any line", () => {
  const [one] = read("<!-- queue-lint-disable b/b a/a -- x -->\n");
  const [other] = read("Words.\n\n<!-- queue-lint-disable a/a, b/b until 2030-01-01 -- y -->\n");
  expect(one?.identity).toBe("disable a/a b/b");
  expect(other?.identity).toBe(one?.identity);
});
