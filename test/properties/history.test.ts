import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { needs } from "../../src/rule-api/index.ts";
import { buildModel } from "../../src/build-model.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { Base } from "../../src/core/audit-model.ts";
import type { Finding } from "../../src/core/finding.ts";
import type { Answer, Snapshot } from "../../src/core/snapshot.ts";
import { auditSnapshot, fix } from "../../src/lint.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { cleanRepository, type Files } from "./arbitrary-repository.ts";

const queuePath = "docs/product/spec-candidates.md";
const ledgerPath = "docs/product/implementation-ledger.md";
const needBase = new Set(rules.filter(({ definition }) => needs(definition.meta, "base")).map(({ id }) => id));
const aboutLoss = new Set([
  "history/entry-vanished",
  "history/entry-gutted",
  "history/rename-alias",
  "history/target-rewritten",
  "history/illegal-move",
  "history/move-note",
]);
const runs = { numRuns: 15 };

function snapshotOf(files: Files): Snapshot {
  return memorySnapshot(files, { history: {} });
}

/** Both trees with their own settings, as the command line opens them. */
function opened(base: Files, head: Files) {
  const before = snapshotOf(base);
  const model = buildModel(before, resolveConfig({}, { snapshot: before, rules }).settings);
  const answer: Answer<Base> = {
    kind: "known",
    value: { name: "main", commit: "0".repeat(40), model, subtracted: false },
  };
  const snapshot = snapshotOf(head);
  return { snapshot, config: resolveConfig({}, { snapshot, rules }), base: answer };
}

function findings(base: Files, head: Files, wanted: ReadonlySet<string>): Finding[] {
  return auditSnapshot(opened(base, head)).run.findings.filter(({ rule }) => wanted.has(rule));
}

interface Entry {
  readonly title: string;
  readonly offset: number;
  readonly endOffset: number;
  readonly section: string;
}

/** The entries of the queue with their whole lines, in document order. */
function entriesOf(files: Files): Entry[] {
  const snapshot = snapshotOf(files);
  const { claims } = buildModel(snapshot, resolveConfig({}, { snapshot, rules }).settings);
  return claims
    .of("candidate")
    .map(({ title, extent, section }) => ({ title, section, offset: extent.offset, endOffset: extent.endOffset }));
}

function withQueue(files: Files, change: (text: string) => string): Files {
  return { ...files, [queuePath]: change(files[queuePath] ?? "") };
}

/** The queue with its entries in the order of some numbers, each in its section. */
function shuffled(files: Files, order: readonly number[]): Files {
  const entries = entriesOf(files);
  return withQueue(files, (text) => {
    let result = text;
    for (const section of new Set(entries.map((one) => one.section))) {
      const places = entries.filter((one) => one.section === section);
      const texts = places
        .map((one, index) => ({ key: order[index] ?? index, text: text.slice(one.offset, one.endOffset) }))
        .sort((one, other) => one.key - other.key);
      const start = places[0]?.offset ?? 0;
      const end = places.at(-1)?.endOffset ?? 0;
      const between = places.map((one, index) => text.slice(one.endOffset, places[index + 1]?.offset ?? one.endOffset));
      result = result.replace(text.slice(start, end), () =>
        texts.map((one, index) => one.text + (between[index] ?? "")).join(""),
      );
    }
    return result;
  });
}

describe("rules that compare with a base", () => {
  it("find nothing when nothing has changed", () => {
    expect(needBase.size).toBeGreaterThanOrEqual(8);
    fc.assert(
      fc.property(cleanRepository, (files) => {
        expect(findings(files, files, needBase)).toEqual([]);
      }),
      runs,
    );
  });

  it("find no loss in another order of entries, or in words around them", () => {
    const order = fc.array(fc.nat(20), { minLength: 4, maxLength: 4 });
    let changed = 0;
    fc.assert(
      fc.property(
        cleanRepository,
        order,
        fc.constantFrom("", "Nobody works in August.", "Lanterns and ferries are mentioned here; nothing else is."),
        (files, numbers, words) => {
          const ending = (files[queuePath] ?? "").includes("\r\n") ? "\r\n" : "\n";
          const head = withQueue(shuffled(files, numbers), (text) =>
            text.replace(/## Active\r?\n/, (heading) => heading + (words === "" ? "" : ending + words + ending)),
          );
          changed += head[queuePath] === files[queuePath] ? 0 : 1;
          expect(new Set(entriesOf(head).map(({ title }) => title))).toEqual(
            new Set(entriesOf(files).map(({ title }) => title)),
          );
          expect(findings(files, head, aboutLoss)).toEqual([]);
        },
      ),
      runs,
    );
    expect(changed).toBeGreaterThan(0);
  });

  it("find each entry that is dropped, once, and are content with the fix", () => {
    let applied = 0;
    fc.assert(
      fc.property(cleanRepository, fc.nat(), (files, which) => {
        const entries = entriesOf(files);
        const dropped = entries[which % entries.length];
        const head = withQueue(files, (text) => text.slice(0, dropped?.offset) + text.slice(dropped?.endOffset));
        const found = findings(files, head, aboutLoss);
        expect(found.map(({ rule, message }) => [rule, message.includes(`“${dropped?.title ?? ""}”`)])).toEqual([
          ["history/entry-vanished", true],
        ]);
        const fixed = fix(opened(files, head), ({ rule }) => rule === "history/entry-vanished");
        applied += fixed.fixed.length;
        expect(fixed.fixed.length).toBe(found.filter((one) => one.fix !== undefined).length);
        expect(fixed.report.findings.filter(({ rule }) => aboutLoss.has(rule)).length).toBe(1 - fixed.fixed.length);
      }),
      runs,
    );
    expect(applied).toBeGreaterThan(0);
  });

  it("find every rename that is not named, and read the former title that the fix writes", () => {
    let applied = 0;
    fc.assert(
      fc.property(cleanRepository, fc.nat(), (files, which) => {
        const told = withQueue(files, (text) =>
          text.replace(
            /(it is missed|the board decides|nobody has time|rejected, the need went away)/g,
            (words, _, offset: number) =>
              `${words}, say ${["seven", "eleven", "thirteen"][offset % 3] ?? ""} letters of ${String(offset)} people from house ${String(offset * 7)} at gate ${String(offset * 3)}`,
          ),
        );
        const entries = entriesOf(told);
        const renamed = entries[which % entries.length];
        const head = withQueue(
          told,
          (text) =>
            text.slice(0, renamed?.offset) +
            text.slice(renamed?.offset, renamed?.endOffset).replace(renamed?.title ?? "", "Weathered mill inspection") +
            text.slice(renamed?.endOffset),
        );
        expect(findings(told, head, aboutLoss).map(({ rule }) => rule)).toEqual(["history/rename-alias"]);
        const fixed = fix(opened(told, head), ({ rule }) => rule === "history/rename-alias");
        applied += fixed.fixed.length;
        expect(fixed.report.findings.filter(({ rule }) => aboutLoss.has(rule))).toEqual([]);
      }),
      runs,
    );
    expect(applied).toBe(runs.numRuns);
  });

  it("report a ledger that is gone although nobody configured it, and none that went to another conventional name", () => {
    const [first] = fc.sample(cleanRepository, { numRuns: 1, seed: 7 });
    const { [ledgerPath]: ledger = "", ...rest } = first ?? {};
    expect(findings(first ?? {}, rest, needBase).map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      `history/file-deleted ${ledgerPath}`,
    ]);
    expect(findings(first ?? {}, { ...rest, "docs/implementation-ledger.md": ledger }, needBase)).toEqual([]);
  });
});
