import { expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const bullets = (body: string) =>
  claimsOf("entry-bullet", `## Active\n\n### Seed bank\n\n${body}\n`).map(({ title, holder, sign }) => [
    title,
    holder,
    sign,
  ]);

it.each([
  ["- `Cold frame` -> Spec 002\n- **Priority**: P1", [["Cold frame", "Seed bank", "an arrow to Spec 002"]]],
  [
    "What it takes.\n\n- **Cold frame**\n  - **Priority**: P2",
    [["Cold frame", "Seed bank", "a field “Priority” of its own"]],
  ],
  ["- **Cold frame**: a box with a lid.", []],
  ["- **Cold frame**\n  - **Width**: 2 m", []],
  ["- **Priority**: P1\n- `Cold frame for seeds` -> Spec 002", []],
  ["Related:\n\n- `Cold frame` -> Spec 002", []],
  ["- **Follow-ups**:\n  - `Cold frame` -> Spec 002", []],
])("of the bullets in %j", (body, expected) => {
  expect(bullets(body)).toEqual(expected);
});
