import { describe, expect, it } from "vitest";
import { sectionRole } from "../../src/core/section-role.ts";
import { claimsOf } from "./claims-of.ts";

const sections = {
  active: ["Active", "Next up"],
  manual: ["Manual only"],
  deferred: ["Deferred", "Active later"],
  promoted: [],
  superseded: [],
  prose: ["Notes"],
};

describe("the role of a heading", () => {
  it.each([
    ["Active", "active"],
    ["ACTIVE", "active"],
    ["Active!", "active"],
    ["Active entries of spring", "active"],
    ["Active (3)", "active"],
    ["Active: what is open", "active"],
    ["1.2 Active", "active"],
    ["🚢 Next up", "active"],
    ["Next up this summer", "active"],
    ["Active later this year", "deferred"],
    ["Notes & remarks", "prose"],
    ["Active - what is open", "active"],
    ["Active-what is open", undefined],
    ["active-hall-selection", undefined],
    ["Active sessions", undefined],
    ["Actively refused", undefined],
    ["Inactive", undefined],
    ["What is active", undefined],
    ["Next", undefined],
    ["", undefined],
    ["12", undefined],
  ])("“%s” is %s", (heading, role) => {
    expect(sectionRole(heading, { sections })).toBe(role);
  });

  it("takes the longest alias, wherever it stands in the configuration", () => {
    const both = { ...sections, prose: ["Deferred items of others"] };
    expect(sectionRole("Deferred items of others, for reference", { sections: both })).toBe("prose");
    expect(sectionRole("Deferred items", { sections: both })).toBe("deferred");
  });
});

describe("sections of a queue", () => {
  const read = (text: string) => claimsOf("section", text).map(({ title, role, bullets }) => [title, role, bullets]);

  it("are its second-level headings, with the bullets below them at any depth of headings", () => {
    const text =
      "# Spec candidates\n\n- not here\n\n## Active\n\n### Tide warnings\n\n- **Priority**: P1\n- **Problem**: mud.\n\n## Zebra\n\n- stripes\n";
    expect(read(text)).toEqual([
      ["Active", "active", 2],
      ["Zebra", undefined, 1],
    ]);
  });

  it("have a place", () => {
    expect(claimsOf("section", "# Spec candidates\n\n## Zebra\n")[0]).toMatchObject({
      text: "Zebra",
      location: { line: 3, column: 4 },
    });
  });
});
