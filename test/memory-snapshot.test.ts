import { describe, expect, it } from "vitest";
import { memorySnapshot } from "./memory-snapshot.ts";

const snapshot = memorySnapshot({
  "docs/queue.md": "# Queue\n",
  "specs/001-a/spec.md": "# A\n",
  "specs/empty/": "",
  ".github/skills/pick/SKILL.md": "pick",
  "bad.md": { reason: "encoding", detail: "byte 3" },
  "gone.md": { reason: "broken", detail: "nothing there" },
});

describe("memorySnapshot", () => {
  it("lists directories in order, with kinds", () => {
    expect(snapshot.entries("").map((entry) => `${entry.name} ${entry.kind}`)).toEqual([
      ".github directory",
      "bad.md file",
      "docs directory",
      "gone.md broken",
      "specs directory",
    ]);
    expect(snapshot.entries("specs").map((entry) => entry.name)).toEqual(["001-a", "empty"]);
    expect(snapshot.entries("specs/empty")).toEqual([]);
    expect(snapshot.entries("nowhere")).toEqual([]);
  });

  it("reads files and says why it cannot", () => {
    expect(snapshot.read("docs/queue.md")).toMatchObject({ ok: true, text: "# Queue\n" });
    expect(snapshot.read("docs")).toMatchObject({ ok: false, reason: "directory" });
    expect(snapshot.read("Docs/queue.md")).toMatchObject({ ok: false, reason: "missing" });
    expect(snapshot.read("constructor")).toMatchObject({ ok: false, reason: "missing" });
    expect(snapshot.read("bad.md")).toEqual({ ok: false, reason: "encoding", detail: "byte 3" });
    expect(snapshot.read("../etc/passwd")).toMatchObject({ ok: false, reason: "outside" });
  });

  it("globs with dot files and negation", () => {
    expect(snapshot.glob(["**/*.md"])).toEqual([
      ".github/skills/pick/SKILL.md",
      "bad.md",
      "docs/queue.md",
      "gone.md",
      "specs/001-a/spec.md",
    ]);
    expect(snapshot.glob(["**/*.md", "!specs/**"])).not.toContain("specs/001-a/spec.md");
  });
});
