import { describe, expect, it } from "vitest";
import { resolveSettings } from "../../src/config/resolve-settings.ts";
import { titleMarks } from "../../src/core/title-marks.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const known = resolveSettings({}, memorySnapshot({})).entryStatuses.inTitles;

describe("titleMarks", () => {
  it.each([
    ["✅ Kelp map", "Kelp map", "✅", "implemented"],
    ["Kelp map ✅", "Kelp map", "✅", "implemented"],
    ["🚧 Kelp map", "Kelp map", "🚧", "started"],
    ["❌ Kelp map", "Kelp map", "❌", "closed"],
    ["⏸\uFE0F Kelp map", "Kelp map", "⏸\uFE0F", "waiting"],
    ["[DONE] Kelp map", "Kelp map", "[DONE]", "implemented"],
    ["DONE: Kelp map", "Kelp map", "DONE", "implemented"],
    ["Kelp map (done)", "Kelp map", "(done)", "implemented"],
    ["Kelp map (done 2026-05-02)", "Kelp map", "(done 2026-05-02)", "implemented"],
    ["Kelp map [BLOCKED]", "Kelp map", "[BLOCKED]", "waiting"],
    ["Kelp map (blocked by the harbour)", "Kelp map", "(blocked by the harbour)", "waiting"],
    ["Kelp map (WIP)", "Kelp map", "(WIP)", "started"],
    ["WIP - Kelp map", "Kelp map", "WIP", "started"],
    ["Kelp map — done", "Kelp map", "done", "implemented"],
    ["Kelp map (won't do)", "Kelp map", "(won't do)", "closed"],
    ["Seekarte (erledigt)", "Seekarte", "(erledigt)", "implemented"],
    ["Carte (en pause)", "Carte", "(en pause)", "waiting"],
    ["海図（保留中）", "海図", "（保留中）", "waiting"],
  ])("%s", (...[text, title, mark, stage]) => {
    expect(titleMarks(text, known)).toEqual({ title, marks: [{ text: mark, stage }] });
  });

  it.each([
    ["Blocked users page"],
    ["Done button"],
    ["Review queue export"],
    ["Cancelled bookings report"],
    ["WIP limits"],
    ["Kelp map (blocked users)"],
    ["Kelp map (v2)"],
    ["Scores (live)"],
    ["Review: exports"],
    ["🔒 Privacy page"],
    ["🎨 Kelp map"],
    ["Kelp map: done marker"],
    ["Export - done"],
    ["Done"],
    ["(done)"],
  ])("%s is a title", (text) => {
    expect(titleMarks(text, known)).toEqual({ title: text, marks: [] });
  });

  it("takes off several marks", () => {
    expect(titleMarks("✅ [P1] Kelp map (done)", known).marks.map(({ text }) => text)).toEqual(["✅", "(done)"]);
  });
});
