import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { Timeline } from "../../src/engine/timeline.ts";

const commit = (id: string) => ({ id, date: "2026-11-01T12:00:00Z", author: "Ada", subject: `Commit ${id}` });

function finding(identity: string, extra: Partial<Finding> = {}): Finding {
  const path = extra.path ?? "queue.md";
  return {
    rule: "promotion/spec-exists",
    severity: "error",
    message: "It is gone.",
    path,
    line: 3,
    column: 1,
    endLine: 3,
    endColumn: 9,
    claim: { text: identity, path, line: 3 },
    fact: { text: "nothing" },
    url: "",
    fingerprint: `promotion/spec-exists:${path}:${identity}`,
    suppressed: false,
    ...extra,
  };
}

describe("a timeline", () => {
  it("counts by severity, and leaves out what a comment hides", () => {
    const timeline = new Timeline();
    timeline.add({
      commit: commit("a"),
      touched: [],
      findings: [
        finding("x"),
        finding("y", { severity: "warning" }),
        finding("z", { severity: "info" }),
        finding("w", { suppressed: true }),
      ],
    });
    expect(timeline.points[0]).toMatchObject({ id: "a", errors: 1, warnings: 1, infos: 1 });
    expect(timeline.points[0]?.introduced.map(({ claim }) => claim.text)).toEqual(["x", "y", "z"]);
  });

  it("says which commit brought a finding, and which settled it", () => {
    const timeline = new Timeline();
    timeline.add({ commit: commit("a"), touched: [], findings: [] });
    timeline.add({ commit: commit("b"), touched: ["queue.md"], findings: [finding("x")] });
    timeline.add({ commit: commit("c"), touched: ["specs/001-a/spec.md"], findings: [finding("x"), finding("y")] });
    timeline.add({ commit: commit("d"), touched: ["queue.md"], findings: [finding("y")] });
    expect(timeline.points.map(({ introduced, fixed }) => [introduced.map(({ claim }) => claim.text), fixed])).toEqual([
      [[], []],
      [["x"], []],
      [["y"], []],
      [[], ["promotion/spec-exists:queue.md:x"]],
    ]);
    expect(
      timeline.blame([finding("y"), finding("x")]).map(({ since }) => [since?.id, since?.moved, since?.first]),
    ).toEqual([
      ["c", "fact", false],
      [undefined, undefined, undefined],
    ]);
  });

  it("takes what was there before the first commit for older, and is no point itself", () => {
    const timeline = new Timeline();
    timeline.begin({ commit: commit("a"), findings: [finding("x"), finding("y"), finding("w", { suppressed: true })] });
    timeline.add({ commit: commit("b"), touched: ["queue.md"], findings: [finding("x"), finding("w"), finding("z")] });
    expect(
      timeline.points.map(({ id, introduced, fixed }) => [id, introduced.map(({ claim }) => claim.text), fixed]),
    ).toEqual([["b", ["w", "z"], ["promotion/spec-exists:queue.md:y"]]]);
    expect(timeline.blame([finding("x"), finding("z")]).map(({ since }) => since)).toEqual([
      { ...commit("a"), first: true },
      { ...commit("b"), moved: "claim", first: false },
    ]);
  });

  it("begins again for a finding that was away for a commit", () => {
    const timeline = new Timeline();
    for (const [id, findings] of [
      ["a", [finding("x")]],
      ["b", []],
      ["c", [finding("x")]],
    ] as const)
      timeline.add({ commit: commit(id), touched: ["queue.md"], findings });
    expect(timeline.blame([finding("x")])[0]?.since).toMatchObject({ id: "c", moved: "claim", first: false });
  });

  it("knows a finding again whose document has another path", () => {
    const timeline = new Timeline();
    timeline.add({
      commit: commit("a"),
      touched: ["queue.md"],
      findings: [finding("x"), finding("y", { path: "other.md" })],
    });
    timeline.add({
      commit: commit("b"),
      touched: ["queue.md", "docs/queue.md"],
      findings: [finding("x", { path: "docs/queue.md" }), finding("y", { path: "other.md" })],
      moved: (path) => (path === "queue.md" ? "docs/queue.md" : undefined),
    });
    expect(timeline.points[1]).toMatchObject({ introduced: [], fixed: [] });
    expect(timeline.blame([finding("x", { path: "docs/queue.md" })])[0]?.since).toMatchObject({ id: "a", first: true });
  });
});
