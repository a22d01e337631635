import { describe, expect, it } from "vitest";
import { startOf } from "../../src/core/location.ts";
import { changeBaseline } from "../../src/engine/change-baseline.ts";
import { formatBaseline } from "../../src/engine/format-baseline.ts";

const entry = (fingerprint: string, [count, occurs]: readonly [number, number], unknown?: string) => ({
  fingerprint,
  count,
  occurs,
  unknown,
  text: fingerprint,
  location: startOf("b.json"),
});
const comparison = {
  exists: true,
  entries: [
    entry("kept", [1, 1]),
    entry("gone", [2, 0]),
    entry("fewer", [3, 1]),
    entry("more", [1, 3]),
    entry("off", [1, 0], "off"),
  ],
  countsToBaseline: new Map([
    ["more", 2],
    ["new", 1],
  ]),
};

describe("a baseline", () => {
  it("keeps what it has when nothing is asked for", () => {
    expect(changeBaseline(comparison, { add: false, prune: false })).toEqual({
      counts: new Map([
        ["kept", 1],
        ["gone", 2],
        ["fewer", 3],
        ["more", 1],
        ["off", 1],
      ]),
      total: 8,
      added: 0,
      removed: 0,
      stale: 4,
    });
  });

  it("only shrinks when it is pruned", () => {
    expect(changeBaseline(comparison, { add: false, prune: true })).toEqual({
      counts: new Map([
        ["kept", 1],
        ["gone", 0],
        ["fewer", 1],
        ["more", 1],
        ["off", 1],
      ]),
      total: 4,
      added: 0,
      removed: 4,
      stale: 0,
    });
  });

  it("only grows when it is added to", () => {
    expect(changeBaseline(comparison, { add: true, prune: false })).toEqual({
      counts: new Map([
        ["kept", 1],
        ["gone", 2],
        ["fewer", 3],
        ["more", 3],
        ["off", 1],
        ["new", 1],
      ]),
      total: 11,
      added: 3,
      removed: 0,
      stale: 4,
    });
  });

  it("is what was found after both, and what could not be checked", () => {
    expect(changeBaseline(comparison, { add: true, prune: true }).counts).toEqual(
      new Map([
        ["kept", 1],
        ["gone", 0],
        ["fewer", 1],
        ["more", 3],
        ["off", 1],
        ["new", 1],
      ]),
    );
  });
});

describe("its text", () => {
  it("is sorted, one entry a line, without what is at zero", () => {
    expect(
      formatBaseline(
        new Map([
          ["b", 2],
          ["a", 1],
          ["none", 0],
          ["B", 1],
        ]),
      ),
    ).toBe('{\n  "version": 1,\n  "findings": {\n    "B": 1,\n    "a": 1,\n    "b": 2\n  }\n}\n');
    expect(formatBaseline(new Map())).toBe('{\n  "version": 1,\n  "findings": {}\n}\n');
  });

  it("holds any fingerprint", () => {
    const names = ["__proto__", "12", 'say "x"', "line\nbreak", "back\\slash", "\u2028"];
    const text = formatBaseline(new Map(names.map((name) => [name, 1])));
    expect(Object.getOwnPropertyNames((JSON.parse(text) as { findings: object }).findings).sort()).toEqual(
      [...names].sort(),
    );
    expect(text.split("\n")).toHaveLength(names.length + 6);
  });
});
