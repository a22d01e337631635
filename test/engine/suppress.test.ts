import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { suppress } from "../../src/engine/suppress.ts";
import { claimsOf } from "../claims/claims-of.ts";
import { madeUpFinding } from "../reporters/made-up-report.ts";

const path = "docs/product/spec-candidates.md";
const at = (line: number, rule = "a/a", column = 1): Finding => madeUpFinding({ path, line, column, rule });

/** What is hidden by the comments of a text: `rule line`, with the reason. */
function hidden(text: string, findings: readonly Finding[]) {
  return suppress(findings, claimsOf("suppression", text), "2026-11-23").findings.flatMap(
    ({ suppressed, suppression, rule, line }) =>
      suppressed ? [`${rule} ${line}: ${suppression?.reason} (${suppression?.line})`] : [],
  );
}

describe("a comment hides", () => {
  it("what begins on the next line, and nothing else", () => {
    const text = "<!-- queue-lint-disable-next-line a/a -- why -->\n- Apple\n  words\n";
    expect(hidden(text, [at(1), at(2), at(2, "a/a", 40), at(2, "a/b"), at(3)])).toEqual([
      "a/a 2: why (1)",
      "a/a 2: why (1)",
    ]);
  });

  it("what stands between disable and enable", () => {
    const text = "Apple\n\n<!-- queue-lint-disable a/a -- why -->\nPear\n\n<!-- queue-lint-enable a/a -->\nPlum\n";
    expect(hidden(text, [at(1), at(3), at(4), at(5), at(6), at(7)])).toEqual([
      "a/a 3: why (3)",
      "a/a 4: why (3)",
      "a/a 5: why (3)",
    ]);
  });

  it("from its own column on when it stands inside a line", () => {
    const text = "Apple <!-- queue-lint-disable a/a -- why --> Pear\n";
    expect(hidden(text, [at(1, "a/a", 1), at(1, "a/a", 45)])).toEqual(["a/a 1: why (1)"]);
  });

  it("all of a file, also what stands above it", () => {
    expect(hidden("Apple\n\n<!-- queue-lint-disable-file a/a -- why -->\n", [at(1), at(99), at(1, "a/b")])).toEqual([
      "a/a 1: why (3)",
      "a/a 99: why (3)",
    ]);
  });

  it("nothing in another document", () => {
    expect(
      hidden("<!-- queue-lint-disable-file a/a -- why -->\n", [madeUpFinding({ path: "docs/product/roadmap.md" })]),
    ).toEqual([]);
  });

  it.each([
    ["without a reason", "a/a"],
    ["with nothing but a date for a reason", "a/a -- until 2027-01-01"],
    ["past its date", "a/a until 2026-11-22 -- why"],
    ["with a date that is none", "a/a -- why, until 2026-02-30"],
    ["with a rule that is misspelt", "a/aa -- why"],
    ["without a rule", "-- why"],
  ])("nothing %s", (_, words) => {
    expect(hidden(`<!-- queue-lint-disable-file ${words} -->\n`, [at(1)])).toEqual([]);
  });

  it("nothing that judges comments", () => {
    expect(
      hidden("<!-- queue-lint-disable-file suppression/unused -- why -->\n", [at(1, "suppression/unused")]),
    ).toEqual([]);
  });
});

it("gives the reason of the narrowest comment, and counts the finding for each", () => {
  const text =
    "<!-- queue-lint-disable-file a/a -- file -->\n<!-- queue-lint-disable a/a -- range -->\n<!-- queue-lint-disable-next-line a/a, a/b -- line -->\nApple\nPear\n";
  const claims = claimsOf("suppression", text);
  const { findings, hidden: counts } = suppress([at(1), at(4), at(5)], claims, "2026-11-23");
  expect(findings.map((finding) => finding.suppression?.reason)).toEqual(["file", "line", "range"]);
  expect(claims.flatMap((claim) => claim.rules.map((rule) => counts.get(rule) ?? 0))).toEqual([3, 2, 1, 0]);
});

it("leaves findings alone and in order", () => {
  const findings = [at(3), at(1), at(2)];
  expect(suppress(findings, [], "2026-11-23").findings).toEqual(findings);
});
