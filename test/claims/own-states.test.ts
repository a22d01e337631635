import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const statesOf = (entry: string) =>
  claimsOf("candidate", `# Queue\n\n## Active\n\n${entry}\n`).map(({ title, states }) => [
    title,
    ...states.map(({ form, text, stage, section }) => [form, text, stage, section].filter((one) => one !== undefined)),
  ]);

describe("what an entry says of itself", () => {
  it.each([
    ["### Kelp map\n\n- **Status**: Blocked by the harbour", ["status", "Blocked by the harbour", "waiting"]],
    ["### Kelp map\n\n- **Status**: Foo", ["status", "Foo"]],
    ["### Kelp map\n\n- **Status**: Deferred until May", ["status", "Deferred until May", "waiting", "deferred"]],
    ["### Kelp map\n\n- **Status**: Active", ["status", "Active", "planned", "active"]],
    ["### Kelp map\n\n- **Status**: Ready; blocked by legal", ["status", "Ready; blocked by legal", "waiting"]],
    ["### Kelp map\n\n- **Status**: ~~Draft~~ Done", ["status", "Done", "implemented"]],
    ["### Kelp map\n\n- **Status**: ⏸", ["status", "⏸", "waiting"]],
    ["### ~~Kelp map~~", ["strike", "Kelp map", "closed"]],
    ["### ~~Kelp map~~ (see the tide log)", ["strike", "Kelp map", "closed"]],
    ["- ~~**Kelp map** [P1]: old\n  words~~", ["strike", "Kelp map", "closed"]],
    ["- **~~Kelp map~~**: old", ["strike", "Kelp map", "closed"]],
    ["- <del>**Kelp map**</del>: old", ["strike", "Kelp map", "closed"]],
    ["- [x] **Kelp map**: x", ["box", "[x]", "implemented"]],
    ["- [-] **Kelp map**: x", ["box", "[-]", "waiting"]],
    ["- [/] **Kelp map**: x", ["box", "[/]", "started"]],
    ["- ✅ **Kelp map**: x", ["title", "✅", "implemented"]],
    ["- [DONE] **Kelp map**: x", ["title", "[DONE]", "implemented"]],
    ["- **Kelp map** [P1] [BLOCKED]: x", ["title", "[BLOCKED]", "waiting"]],
  ])("%j", (entry, state) => {
    expect(statesOf(entry)).toEqual([["Kelp map", state]]);
  });

  it.each([
    ["### Kelp map\n\n- **Status**: TBD", "Kelp map"],
    ["### Kelp map\n\n- **Status**: Draft | In review | Done", "Kelp map"],
    ["### Kelp map\n\n- **State of the data**: messy", "Kelp map"],
    ["### Kelp map\n\n- **Decision**: the harbour wants it", "Kelp map"],
    ["### ~~Algae map~~ Kelp map", "Kelp map"],
    ["- [ ] **Kelp map**: done by hand today", "Kelp map"],
    ["- **Kelp map** (v2): ~~done~~ x", "Kelp map"],
    ["### Blocked users page", "Blocked users page"],
  ])("says nothing: %j", (entry, title) => {
    expect(statesOf(entry)).toEqual([[title]]);
  });
});
