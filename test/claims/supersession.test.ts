import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const stated = (text: string) =>
  claimsOf("supersession", `# Spec candidates\n\n${text}\n`).map(
    ({ title, direction, relation, key, marked, field }) => [title, direction, relation, key, marked, field],
  );
const gone = (words: string) => `## Superseded\n\n- \`Old lamp\`: ${words}`;

describe("an entry names what took its place", () => {
  it.each([
    ["superseded by `New lamp`.", [["replaced", "new lamp", true]]],
    ["was replaced by the broader **New lamp**, which is cheaper.", [["replaced", "new lamp", true]]],
    ["merged into [New lamp](#new-lamp).", [["absorbed", "new lamp", true]]],
    [
      "folded into `New lamp`, `Dimmer` and Spec 012.",
      [
        ["absorbed", "new lamp", true],
        ["absorbed", "dimmer", false],
        ["absorbed", "spec 12", true],
      ],
    ],
    ["covered by Spec 012 (`new-lamp`).", [["absorbed", "spec 12", true]]],
    ["superseded by the new lamp, because `Dimmer` came.", [["replaced", "the new lamp", false]]],
    ["superseded by `lamp_v2`.", [["replaced", "lamp v2", false]]],
  ])("%j", (words, names) => {
    expect(stated(gone(words))).toEqual(
      names.map(([relation, key, marked]) => ["Old lamp", "by", relation, key, marked, false]),
    );
  });

  it.each([
    ["- Old lamp -> Spec 012", "spec 12", true],
    ["- `Old lamp` → New lamp", "new lamp", false],
    ["### Old lamp\n\n- **Superseded by**: `New lamp`", "new lamp", true],
    ["### Old lamp\n\n- **Successor**:\n  - Spec 012", "spec 12", true],
  ])("on its title line or in a field: %j", (entry, key, marked) => {
    expect(
      stated(`## Superseded\n\n${entry}`).map(([title, direction, , ...rest]) => [
        title,
        direction,
        ...rest.slice(0, 2),
      ]),
    ).toEqual([["Old lamp", "by", key, marked]]);
  });

  it.each([
    "could be superseded by `New lamp`.",
    "is not covered by `New lamp`.",
    "until it is replaced by `New lamp`.",
    "partly covered by `New lamp`.",
    "`Dimmer` was superseded by `New lamp`.",
  ])("but not by %j", (words) => {
    expect(stated(gone(words))).toEqual([]);
  });
});

it("names whose place it took, in words or in a field that names all of it", () => {
  expect(stated("## Active\n\n### New lamp\n\n- **Supersedes**: `Old lamp`, `Candle`\n\nIt replaces `Torch`.")).toEqual(
    [
      ["New lamp", "of", "replaced", "old lamp", true, true],
      ["New lamp", "of", "replaced", "candle", false, true],
      ["New lamp", "of", "replaced", "torch", false, false],
    ],
  );
});

it("stands at the name", () => {
  const [claim] = claimsOf("supersession", "## Superseded\n\n- `Old lamp`: superseded\n  by `New lamp`.\n");
  expect(claim?.location).toMatchObject({ line: 4, column: 6 });
  expect(claim?.text).toBe("New lamp");
});
