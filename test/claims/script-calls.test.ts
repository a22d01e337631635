import { describe, expect, it } from "vitest";
import { scriptCalls } from "../../src/claims/agent/script-calls.ts";

const named = (line: string) => scriptCalls(line).calls.map(({ name, directory }) => [name, directory]);

describe("the scripts of a command line", () => {
  it.each<[string, (string | undefined)[][]]>([
    ["npm run draw", [["draw", undefined]]],
    [
      "$ npm run draw -- --fast && pnpm run check:all",
      [
        ["draw", undefined],
        ["check:all", undefined],
      ],
    ],
    ["npm run draw -w board", [["draw", undefined]]],
    ["npm run -w board draw", [["draw", undefined]]],
    ["npm --prefix apps/board run-script draw", [["draw", "apps/board"]]],
    ["pnpm --filter=board run draw", [["draw", undefined]]],
    ["pnpm -C apps/board run draw", [["draw", "apps/board"]]],
    ["yarn workspace board run draw", [["draw", undefined]]],
    ["cd apps/board && CI=1 npm run draw", [["draw", "apps/board"]]],
    ["bun run --cwd apps/board draw", [["draw", "apps/board"]]],
  ])("%j are %j", (line, calls) => {
    expect(named(line)).toEqual(calls);
  });

  it.each([
    "npm test",
    "npm run",
    "npm run draw --if-present",
    "npm run test:*",
    "npm run <script>",
    "bun run src/desk.ts",
    "bun run desk.ts",
    "echo npm run draw",
    "# npm run draw",
    "npm install run draw",
  ])("are none in %j", (line) => {
    expect(named(line)).toEqual([]);
  });
});
