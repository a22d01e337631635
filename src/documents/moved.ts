import type { Location } from "../core/location.ts";
import { movedInline } from "./inline-words.ts";
import { originOf, withOrigin, type Move } from "./origin.ts";

/** A copy of something that was read from a document, with every location in it moved. For plain data of documents and claims. */
export function moved<Value>(value: Value, by: Move): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return movedAll(value, by) as Value;
  if (isLocation(value)) return movedLocation(value, by) as Value;
  const copy = movedInline(value, (part) => moved(part, by), by) ?? movedFields(value, by);
  const origin = originOf(value);
  return (origin === undefined ? copy : withOrigin(copy, origin)) as Value;
}

function movedAll(values: readonly unknown[], by: Move): unknown[] {
  const copies: unknown[] = [];
  for (const value of values) copies.push(moved(value, by));
  return copies;
}

function movedFields(value: object, by: Move): object {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = moved((value as Record<string, unknown>)[key], by);
  return copy;
}

function isLocation(value: object): value is Location {
  return "endOffset" in value && "endColumn" in value;
}

function movedLocation({ path, line, column, endLine, endColumn, offset, endOffset }: Location, { lines, units }: Move): Location {
  return { path, line: line + lines, column, endLine: endLine + lines, endColumn, offset: offset + units, endOffset: endOffset + units };
}
