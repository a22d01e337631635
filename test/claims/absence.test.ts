import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const queue = (line: string): string => `# Queue\n\n## Active\n\n- \`Board\`: ${line}\n`;
const prose = (line: string) => claimsOf("path", queue(line)).map(({ target }) => target);
const anchored = (anchor: string) =>
  claimsOf("path", `# Queue\n\n## Active\n\n### Board\n\n- **Priority**: P1\n- **Anchors**:\n  - ${anchor}\n`).map(
    ({ absence }) => absence,
  );

describe("a path of prose is a claim", () => {
  it.each([
    "the rows come from `src/board/rows.ts`.",
    "a test of `src/board/rows.ts` runs at night, and was green.",
    "It was slow. `src/board/rows.ts` sorts the piers.",
    "`src/board/rows.ts` sorts the piers. Nothing else will be created.",
    "in this repository `src/board/rows.ts` sorts the piers.",
    "see `src\\board\\rows.ts:12`.",
    "im Ordner `src/board/rows.ts` liegt die Sortierung.",
  ])("in %j", (line) => {
    expect(prose(line)).toEqual(["src/board/rows.ts"]);
  });
});

describe("a path of prose is none", () => {
  it.each([
    "`src/board/rows.ts` is to be created.",
    "what remains to be written is `src/board/rows.ts`",
    "screens are captured under `src/board/rows/`",
    "extract it into a new `src/board/rows.ts`",
    "`src/board/rows.ts` ist noch anzulegen",
    "`src/board/rows.ts` sera créé en mai",
    "`src/board/rows.ts` se creará en mayo",
    "`src/board/rows.ts` ainda não existe",
    "`src/board/rows.ts` を作成する予定",
    "将创建 `src/board/rows.ts`",
    "`src/board/rows.ts` went away when it was removed in #12",
    "`src/board/rows.ts` wurde gelöscht",
    "`src/board/rows.ts` a été supprimé",
    "`src/board/rows.ts` fue renombrado",
    "`src/board/rows.ts` foi movido",
    "`src/board/rows.ts` は削除された",
    "`src/board/rows.ts` 已删除",
    "~~`src/board/rows.ts`~~ sorted the piers",
    "`src/board/rows.ts` → `src/board/row.ts`".replace("`src/board/row.ts`", "rows"),
    "in the harbour-api repository, `src/board/rows.ts` sorts them",
    "quayside/charts publishes `src/board/rows.ts`",
    "im Karten-Repo liegt `src/board/rows.ts`",
    "`src/board/rows.ts`, if it exists, wins",
    "paths such as `src/board/rows.ts`, e.g. in examples",
    "neither `src/board/rows.ts` nor anything like it exists",
  ])("in %j", (line) => {
    expect(prose(line)).toEqual([]);
  });
});

describe("an anchor need not be there", () => {
  it.each([
    ["`src/board/rows.ts`", undefined],
    ["`src/board/rows.ts` adds a column", undefined],
    ["`src/board/rows.ts` (new)", "planned"],
    ["`src/board/rows.ts` – to be created in phase 2", "planned"],
    ["deleted in #12: `src/board/rows.ts`", "gone"],
    ["`src/board/rows.ts` in the charts repository", "elsewhere"],
    ["`src/board/rows.ts` (optional)", "optional"],
  ])("%s: %s", (anchor, absence) => {
    expect(anchored(anchor)).toEqual([absence]);
  });
});
