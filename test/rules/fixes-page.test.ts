import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { fixturesRoot, knownOutcome, listCases } from "./rule-cases.ts";

it("lists every rule that has fixes, by kind", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/fixes.md"), "utf8");
  const listed = [...page.matchAll(/^\| `([a-z-]+\/[a-z-]+)` \| (safe|suggest) \|/gm)].map(
    ([, id = "", kind = ""]) => `${id} ${kind}`,
  );
  const given = listCases(fixturesRoot, rules).flatMap((one) =>
    knownOutcome(one).problems.flatMap(({ fix }) => (fix === undefined ? [] : [`${one.rule.id} ${fix.kind}`])),
  );
  expect(listed).toEqual([...new Set(given)].sort());
});
