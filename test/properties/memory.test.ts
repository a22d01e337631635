import fc from "fast-check";
import { expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { buildModel, ModelCache } from "../../src/build-model.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { runRules, type RunResult } from "../../src/engine/run-rules.ts";
import { gitSnapshot } from "../../src/source/git/git-tree.ts";
import { MovingTree, type FileChange } from "../../src/source/git/moving-tree.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { driftedRepository, type Files } from "./arbitrary-repository.ts";

/** One tree after the other, as a walk through the history has them. The text of a file is its object name. */
class Trees {
  readonly #tree: MovingTree;

  constructor(files: Files) {
    this.#tree = new MovingTree(
      changesTo({}, files).flatMap(({ path, id }) => (id === undefined ? [] : [{ path, mode: "100644", id }])),
    );
  }

  get snapshot(): Snapshot {
    const { history, root, today } = memorySnapshot({});
    return gitSnapshot(
      { tree: this.#tree.take(), blob: ({ id }) => ({ ok: true, text: id, id }) },
      { root, tree: "commit", today, history },
    );
  }

  go(from: Files, to: Files): Snapshot {
    this.#tree.apply(changesTo(from, to));
    return this.snapshot;
  }
}

function changesTo(from: Files, to: Files): FileChange[] {
  const gone = Object.keys(from)
    .filter((path) => to[path] === undefined)
    .map((path) => ({ path, mode: "000000", id: undefined }));
  return [
    ...gone,
    ...Object.entries(to)
      .filter(([path, text]) => from[path] !== text)
      .map(([path, text]) => ({ path, mode: "100644", id: text })),
  ];
}

/** A box is ticked, a file goes, a package gets another number, a line is added to or taken out of a document, or a status changes. */
const step = fc
  .tuple(fc.nat(), fc.nat(), fc.constantFrom("tick", "remove", "rename", "line", "cut", "status", "other"))
  .map(([which, at, act]) => (files: Files): Files => {
    const paths = Object.keys(files).filter((path) =>
      act === "tick"
        ? path.endsWith("tasks.md")
        : act === "line" || act === "cut"
          ? path.startsWith("docs/")
          : path.startsWith("specs/0"),
    );
    const path = paths[which % Math.max(paths.length, 1)];
    if (act === "other") return { ...files, [`src/${at % 3}.ts`]: String(which) };
    if (path === undefined) return files;
    const { [path]: text = "", ...others } = files;
    const lines = text.split("\n");
    if (act === "remove") return others;
    if (act === "rename") return { ...others, [path.replace(/\/0\d\d-/, `/0${10 + (at % 80)}-`)]: text };
    if (act === "line")
      lines.splice(at % (lines.length + 1), 0, "A sentence about Spec 002 and `docs/product/roadmap.md`.");
    if (act === "cut") lines.splice(at % lines.length, 1);
    const next =
      act === "tick"
        ? text.replace("[ ]", "[x]")
        : act === "status"
          ? text.replace(/\*\*Status\*\*: \w+/, at % 2 === 0 ? "**Status**: Implemented" : "**Status**: Draft")
          : lines.join("\n");
    return { ...files, [path]: next };
  });

function run(snapshot: Snapshot, cache: ModelCache): Pick<RunResult, "findings" | "notChecked" | "coverage"> {
  const severities = Object.fromEntries(rules.map((rule) => [rule.id, rule.definition.meta.severity]));
  const config = resolveConfig({}, { snapshot, rules, overrides: { rules: severities } });
  const known = settingsOf.get(JSON.stringify(config.settings)) ?? config.settings;
  settingsOf.set(JSON.stringify(config.settings), known);
  const { findings, notChecked, coverage } = runRules(config.rules, buildModel(snapshot, known, cache));
  return { findings, notChecked, coverage };
}

const settingsOf = new Map<string, ReturnType<typeof resolveConfig>["settings"]>();

it("finds with what is kept of the trees before what it finds without", () => {
  let taken = 0;
  fc.assert(
    fc.property(driftedRepository, fc.array(step, { minLength: 1, maxLength: 8 }), (first, steps) => {
      const trees = new Trees(first);
      const cache = new ModelCache();
      run(trees.snapshot, cache);
      let files = first;
      for (const change of steps) {
        const next = change(files);
        const snapshot = trees.go(files, next);
        files = next;
        expect(run(snapshot, cache)).toEqual(run(memorySnapshot(files), new ModelCache()));
        taken += 1;
      }
    }),
    { numRuns: 30 },
  );
  expect(taken).toBeGreaterThan(60);
});
