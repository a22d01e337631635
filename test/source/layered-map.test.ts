import fc from "fast-check";
import { expect, it } from "vitest";
import { LayeredMap } from "../../src/source/layered-map.ts";

it("answers as a map does, and so does each copy of it from then on", () => {
  const step = fc.tuple(
    fc.constantFrom("set", "delete", "copy"),
    fc.integer({ min: 0, max: 90 }).map(String),
    fc.integer(),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      let [map, model] = [new LayeredMap<number>(new Map([["1", 1]])), new Map([["1", 1]])];
      const taken: [LayeredMap<number>, Map<string, number>][] = [];
      for (const [kind, key, value] of steps) {
        if (kind === "copy") {
          taken.push([map, model]);
          [map, model] = [map.copy(), new Map(model)];
        } else if (kind === "set") {
          map.set(key, value);
          model.set(key, value);
        } else {
          map.delete(key);
          model.delete(key);
        }
      }
      for (const [one, other] of [...taken, [map, model] as const]) {
        expect([...one.keys()].sort()).toEqual([...other.keys()].sort());
        for (let key = 0; key <= 90; key += 1) {
          expect(one.get(String(key))).toBe(other.get(String(key)));
          expect(one.has(String(key))).toBe(other.has(String(key)));
        }
      }
    }),
  );
});
