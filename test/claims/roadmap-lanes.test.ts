import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const itemsOf = (text: string) =>
  claimsOf("roadmap-item", text, "roadmap").map(({ title, horizon, status, form }) =>
    [title, horizon, status?.text, form].filter((one) => one !== undefined),
  );

describe("lanes of a roadmap", () => {
  it.each([
    ["To do", "next"],
    ["Not started", "next"],
    ["Backlog", "later"],
    ["Short term", "next"],
    ["Next up", "next"],
    ["Geplant", "next"],
    ["Someday", "later"],
    ["Icebox", "later"],
    ["🚧 In progress", "now"],
    ["In Arbeit", "now"],
    ["En curso", "now"],
    ["À faire", "next"],
    ["Concluído", "done"],
    ["完了", "done"],
    ["待办", "next"],
    ["Shipped ✅", "done"],
  ])("%s is %s", (heading, horizon) => {
    expect(itemsOf(`# Roadmap\n\n## ${heading}\n\n- **Kelp map**: where it grows\n`)).toEqual([
      ["Kelp map", horizon, "bullet"],
    ]);
  });

  it.each(["Phase 2", "v1.3", "1.3", "Q1 2027", "2027 H1", "Phase 2: the harbour", "Fase 3", "Milestone 4"])(
    "%s is a lane that does not say when",
    (heading) => {
      expect(itemsOf(`# Roadmap\n\n## ${heading}\n\n- **Kelp map**: where it grows\n`)).toEqual([
        ["Kelp map", "bullet"],
      ]);
    },
  );

  it.each(["Current architecture", "Goals", "Phase planning", "To do well", "2027", "Offene Fragen"])(
    "%s is prose",
    (heading) => {
      expect(itemsOf(`# Roadmap\n\n## ${heading}\n\n- **Kelp map**: where it grows\n`)).toEqual([]);
    },
  );

  it("reads boxes, signs and headings", () => {
    const text = [
      "# Roadmap\n\n## Goals\n\n- [x] **Kelp map**\n- [ ] **Tide log**\n- **Gulls**: many",
      "## Now\n\n- ✅ **Buoy list**: all of them\n- [x] Quay plan\n- ~~**Algae map**~~: gone",
      "### Harbour chart\n\nDeep and wide.\n\n### ❌ Pier lights\n\n- **Owner**: Ada",
      "## Done\n\n- [ ] **Lamp room**\n",
    ].join("\n\n");
    expect(itemsOf(text)).toEqual([
      ["Kelp map", "done", "bullet"],
      ["Tide log", "bullet"],
      ["Buoy list", "now", "✅", "bullet"],
      ["Quay plan", "done", "bullet"],
      ["Harbour chart", "now", "heading"],
      ["Pier lights", "now", "❌", "heading"],
      ["Lamp room", "bullet"],
    ]);
  });

  it("reads a sign alone in a cell, and before a title", () => {
    const text =
      "# Roadmap\n\n| Theme | Status |\n|---|---|\n| Kelp map | ✅ |\n| Tide log | 🚧 |\n| Gulls | ❌ |\n| Quay | - |\n";
    expect(itemsOf(text).map((item) => item[1])).toEqual(["✅", "🚧", "❌", "row"]);
    expect(itemsOf("# Roadmap\n\n| Theme | Owner |\n|---|---|\n| ✅ Kelp map | Ada |\n")).toEqual([
      ["Kelp map", "✅", "row"],
    ]);
  });
});
