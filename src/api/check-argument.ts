import type { z } from "zod";
import { schemaFaults, shown } from "../config/schema-faults.ts";
import { UsageError } from "../core/errors.ts";

/** What an argument of a public function must be, and how a refusal speaks of it. */
export interface Argument {
  /** The call with the argument: `lint(options)`. */
  readonly place: string;
  /** What it is: "The options". */
  readonly subject: string;
  readonly schema: z.ZodType;
  /** The way out. */
  readonly help: string;
  /** Whether keys that the schema does not know are let through, for data that a later version may have written. */
  readonly allowsMore?: boolean;
}

/** Throws a `UsageError` that names every fault of a value; callers without types may hand over anything. */
export function checkArgument(value: unknown, { place, subject, schema, help, allowsMore = false }: Argument): void {
  if (!isRecord(value)) throw new UsageError(`${subject} must be an object, not ${kindOf(value)}.`, help, place);
  const issues = schema.safeParse(value).error?.issues ?? [];
  const grave = issues.filter(({ code }) => !allowsMore || code !== "unrecognized_keys");
  const faults = schemaFaults(grave, { value, locate: () => ({ line: 1, column: 1 }) }, schema);
  if (faults.length === 0) return;
  throw new UsageError(`${subject} cannot be used: ${faults.map(({ message }) => message).join("; ")}.`, help, place);
}

/** Whether a value is an object with keys of its own: no list, map, date or function. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** What a value is, for a message: "a list", "a Map", "`42`". */
export function kindOf(value: unknown): string {
  if (typeof value === "function") return "a function";
  const [, name = "Object"] = /^\[object (\w+)\]$/.exec(Object.prototype.toString.call(value)) ?? [];
  return typeof value !== "object" || value === null || ["Object", "Array"].includes(name) ? shown(value) : `a ${name}`;
}
