import { describe, expect, it } from "vitest";
import type { UsageError } from "../../src/core/errors.ts";
import { matchInTime } from "../../src/source/match-in-time.ts";
import { run } from "../cli/run.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

describe("matchInTime", () => {
  it("gives the named groups of each text in its place", () => {
    expect(
      matchInTime()("^SPEC-(?<slug>[A-Z]+(?:-[A-Z]+)*)-(?<number>\\d{3})$", [
        "SPEC-BERTH-MAP-007",
        "007-berth",
        "SPEC-\u2028-1",
      ]),
    ).toEqual([{ slug: "BERTH-MAP", number: "007" }, undefined, undefined]);
  });

  it("runs nothing that pattern or texts say", () => {
    const evil = '"]); globalThis.evil = 1; (["`${globalThis.evil = 1}\\';
    expect(matchInTime()("^(?<all>[^]*)$", [evil])).toEqual([{ all: evil }]);
    expect(matchInTime()('\\/"\\);globalThis', [evil])).toEqual([undefined]);
    expect("evil" in globalThis).toBe(false);
  });

  it.each([
    ["a repeat in a repeat", "^(?<number>\\d+)-(?<slug>(a+)+)$", `1-${"a".repeat(40)}!`],
    ["alternatives that begin alike", "^(?<number>\\d+)-(?<slug>(aa?){1,60})b$", `1-${"a".repeat(60)}`],
    ["repeats in a row", `^(?<number>\\d+)-(?<slug>${".*".repeat(10)}x)$`, `1-${"a".repeat(200)}`],
    ["a reference", "^(?<number>\\d+)-(?<slug>(a|aa)*\\3b)$", `1-${"a".repeat(90)}`],
  ])("ends %s, and says for which name", (_, pattern, name) => {
    const match = matchInTime("queue-lint.config.json");
    expect(() => match(pattern, ["2-a", name, "3-a"])).toThrow(
      expect.objectContaining({
        message: `The pattern of the spec directories (specs.pattern) takes too long for the name “${name}”.`,
        place: "queue-lint.config.json",
        help: expect.stringContaining("Let each repeat end") as string,
      }) as UsageError,
    );
  });
});

describe("a pattern that takes for ever for a directory", () => {
  const config = JSON.stringify({ specs: { pattern: "^(?<number>\\d+)-(?<slug>(a+)+)$" } });
  const files = {
    "docs/product/spec-candidates.md": "# Queue\n\n## Active\n\nNothing.\n",
    "queue-lint.config.json": config,
  };

  it("is no trouble as long as there is none", async () => {
    const { err } = await run([], { cwd: temporaryDirectory({ ...files, "specs/1-aaa/spec.md": "# A\n" }) });
    expect(err).toBe("");
  });

  it("ends the audit with words and status 2", async () => {
    const name = `1-${"a".repeat(60)}b`;
    const root = temporaryDirectory({ ...files, [`specs/${name}/spec.md`]: "# A\n" });
    const { code, out, err } = await run([], { cwd: root });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`takes too long for the name “${name}”`);
    expect(err).toContain("queue-lint.config.json");
  });
});
