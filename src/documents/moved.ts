import type { Location } from "../core/location.ts";
import { movedInline } from "./inline-words.ts";
import { movedLocation, originOf, withOrigin, type Move } from "./origin.ts";

/** A copy of something that was read from a document, with every location in it moved. For plain data of documents and claims. */
export function moved<Value>(value: Value, by: Move): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return movedAll(value, by) as Value;
  if ("endOffset" in value) return movedLocation(value as unknown as Location, by) as Value;
  const copy = movedInline(value, by) ?? movedFields(value, by);
  const origin = originOf(value);
  return (origin === undefined ? copy : withOrigin(copy, origin)) as Value;
}

function movedAll(values: readonly unknown[], by: Move): readonly unknown[] {
  if (typeof values[0] !== "object") return values;
  const copies: unknown[] = [];
  for (const value of values) copies.push(moved(value, by));
  return copies;
}

function movedFields(thing: object, by: Move): object {
  const copy: Record<string, unknown> = {};
  for (const key in thing) copy[key] = moved((thing as Record<string, unknown>)[key], by);
  return copy;
}
