import { describe, expect, it } from "vitest";
import { buildModel } from "../../src/build-model.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { AuditModel } from "../../src/core/audit-model.ts";
import { EntryLives } from "../../src/engine/entry-lives.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const commit = (id: string) => ({ id, date: "2026-11-01T12:00:00Z", author: "Ada", subject: `Commit ${id}` });

function model(queue: string, others: Readonly<Record<string, string>> = {}): AuditModel {
  const snapshot = memorySnapshot({ "queue.md": `# Q\n\n${queue}`, ...others });
  return buildModel(snapshot, resolveConfig({ queue: "queue.md" }, { snapshot, rules: [] }).settings);
}

/** The events of every entry, one word a commit. */
function lifeOf(...queues: readonly (string | AuditModel)[]): Record<string, string[]> {
  const lives = new EntryLives();
  for (const [index, queue] of queues.entries())
    lives.add({ commit: commit(String(index)), model: typeof queue === "string" ? model(queue) : queue, gutted: [] });
  return Object.fromEntries(
    lives.all.map(({ title, events }) => [title, events.map(({ kind, commit: { id } }) => `${id} ${kind}`)]),
  );
}

const active = "## Active\n\n- `Seat maps`: a.\n- `Gate lists`: b.\n\n## Deferred\n";

describe("the lives of entries", () => {
  it("begin where they come up, and go on through moves", () => {
    expect(lifeOf(active, "## Active\n\n- `Gate lists`: b.\n\n## Deferred\n\n- `Seat maps`: a.\n")).toEqual({
      "Seat maps": ["0 added", "1 moved"],
      "Gate lists": ["0 added"],
    });
  });

  it("go on under a new title that names the former one, and end where nothing carries it", () => {
    expect(lifeOf(active, "## Active\n\n- `Hall maps` (formerly Seat maps): a.\n\n## Deferred\n")).toEqual({
      "Hall maps": ["0 added", "1 renamed"],
      "Gate lists": ["0 added", "1 vanished"],
    });
  });

  it("are restored and not begun anew, also under a former title", () => {
    const none = "## Active\n\n- `Gate lists`: b.\n\n## Deferred\n";
    expect(
      lifeOf(active, none, "## Active\n\n- `Gate lists`: b.\n- `Hall maps` (formerly Seat maps): a.\n\n## Deferred\n")[
        "Seat maps"
      ],
    ).toEqual(["0 added", "1 vanished", "2 restored"]);
  });

  it("say which spec an entry became, and which archive took it", () => {
    const lives = new EntryLives();
    lives.add({ commit: commit("0"), model: model(active), gutted: [] });
    const promoted = "## Active\n\n## Deferred\n\n## Promoted to spec\n\n- Seat maps -> Spec 012 (`seat-maps`)\n";
    lives.add({
      commit: commit("1"),
      model: model(promoted, { "archive.md": "# Archive\n\nGate lists: nobody asks.\n" }),
      gutted: [],
    });
    const events = lives.all.map(({ title, events: all }) => [
      title,
      all.at(-1)?.kind,
      all.at(-1)?.path,
      all.at(-1)?.line,
      all.at(-1)?.detail,
    ]);
    expect(events).toEqual([
      ["Seat maps", "promoted", "queue.md", 9, "from “Active” to “Promoted to spec”, Spec 012"],
      ["Gate lists", "archived", "archive.md", 3, "from “Active”"],
    ]);
  });

  it("have no beginning for entries that were there before the walk", () => {
    const lives = new EntryLives();
    lives.begin(model(active));
    lives.add({
      commit: commit("1"),
      model: model("## Active\n\n- `Gate lists`: b.\n- `Seat maps`: a.\n\n## Deferred\n"),
      gutted: [],
    });
    expect(lives.all).toEqual([]);
    lives.add({ commit: commit("2"), model: model("## Active\n\n- `Gate lists`: b.\n\n## Deferred\n"), gutted: [] });
    expect(lives.all.map(({ title, events }) => [title, events.map(({ kind }) => kind)])).toEqual([
      ["Seat maps", ["vanished"]],
    ]);
  });

  it("note where an entry lost most of what it said", () => {
    const lives = new EntryLives();
    lives.add({ commit: commit("0"), model: model(active), gutted: [] });
    lives.add({ commit: commit("1"), model: model(active), gutted: [{ path: "queue.md", line: 5 }] });
    expect(lives.all[0]?.events.map(({ kind }) => kind)).toEqual(["added", "gutted"]);
    expect(lives.all[1]?.events.map(({ kind }) => kind)).toEqual(["added"]);
  });
});
