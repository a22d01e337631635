import { expect, it } from "vitest";
import { Kept } from "../src/kept.ts";

function counted(): { readonly get: (name: string, ...ids: unknown[]) => string; readonly made: string[] } {
  const kept = new Kept<string>();
  const made: string[] = [];
  const get = (name: string, ...ids: unknown[]): string =>
    kept.get(name, ids, () => {
      made.push(`${name} ${ids.join("+")}`);
      return `${name} ${ids.join("+")}`;
    });
  return { get, made };
}

it("makes a value once for each name and content", () => {
  const { get, made } = counted();
  expect([get("a", 1), get("a", 1), get("b", 1), get("a", 1, 2), get("a", 1, 2), get("a", 2, 1), get("a")]).toEqual([
    "a 1",
    "a 1",
    "b 1",
    "a 1+2",
    "a 1+2",
    "a 2+1",
    "a ",
  ]);
  expect(made).toEqual(["a 1", "b 1", "a 1+2", "a 2+1", "a "]);
});

it("keeps the versions of a thing that were asked for last", () => {
  const { get, made } = counted();
  for (const id of [1, 2, 3, 1, 4, 1, 3, 2]) get("a", id);
  expect(made).toEqual(["a 1", "a 2", "a 3", "a 4", "a 2"]);
});
