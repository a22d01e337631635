import { expect, test } from "vitest";
import type { UserConfig } from "../../src/config/config-schema.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { memorySnapshot } from "../../src/testing/index.ts";

const settingsOf = (config: UserConfig) =>
  resolveConfig(config, { snapshot: memorySnapshot({ "notes.md": "" }), rules: [] }).settings;

test("a former name of a key says the same as the present one", () => {
  const words = [{ name: "in the oven", stage: "started" as const }];
  const former = settingsOf({ staging: "notes.md", ladder: words, columns: { posture: ["Rank in the queue"] } });
  const present = settingsOf({ inbox: "notes.md", statuses: words, columns: { reportedRole: ["Rank in the queue"] } });
  expect(former).toEqual(present);
  expect(former.inbox).toEqual({ path: "notes.md", configured: true });
  expect(former.statuses.all).toEqual([{ ...words[0], words: [] }]);
  expect(former.columns.reportedRole).toContain("Rank in the queue");
});

test("`false` under a former name turns the search off", () => {
  const snapshot = memorySnapshot({ "spec-candidates.md": "", "discoveries.md": "" });
  const inbox = (config: UserConfig) => resolveConfig(config, { snapshot, rules: [] }).settings.inbox?.path;
  expect([inbox({}), inbox({ staging: false })]).toEqual(["discoveries.md", undefined]);
});

test.each([
  ['{ "inbox": "a.md", "staging": "b.md" }', "“staging” is the former name of “inbox”; keep one of the two"],
  ['{ "columns": { "posture": [], "reportedRole": [] } }', "“posture” is the former name of “reportedRole”"],
])("both names at once are refused: %s", (text, message) => {
  const parse = () => parseConfig({ path: "queue-lint.config.json", text, format: "json" }, []);
  expect(parse).toThrow(message);
});
