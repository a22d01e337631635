import { describe, expect, it } from "vitest";
import { matchAtOnce, specNameReader } from "../../src/core/spec-name.ts";

describe("specNameReader", () => {
  const read = specNameReader("^(?<number>\\d+)-(?<slug>.+)$", matchAtOnce);

  it("reads each name in its place", () => {
    expect(read(["007-berth-map", "berth-map", "8-x"])).toEqual([
      { number: "007", slug: "berth-map" },
      undefined,
      { number: "8", slug: "x" },
    ]);
    expect(read([])).toEqual([]);
  });

  it("takes a name of more than 255 characters for none", () => {
    expect(read([`1-${"a".repeat(254)}`, `1-${"a".repeat(253)}`]).map((name) => name?.number)).toEqual([
      undefined,
      "1",
    ]);
    expect(read([`1-${"a".repeat(254)}`])).toEqual([undefined]);
  });

  it("takes a match without one of the groups for none", () => {
    expect(specNameReader("(?<number>\\d)|(?<slug>x)", matchAtOnce)(["1", "x"])).toEqual([undefined, undefined]);
  });
});
