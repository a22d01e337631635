import { UsageError } from "../../core/errors.ts";

type Json = Readonly<Record<string, unknown>>;

/** A JSON file with more in it: lists get what they do not have yet, and nothing of the file is lost or changed. Throws a `UsageError` for what is not a JSON object. */
export function mergeJson(before: string | undefined, more: object, path: string): string {
  if (before === undefined || before.trim() === "") return print(more, "  ");
  const known = parse(before, path);
  const merged = merge(known, more as Json, path);
  if (JSON.stringify(merged) === JSON.stringify(known)) return before;
  return print(merged, /^([ \t]+)"/m.exec(before)?.[1] ?? "  ");
}

function parse(text: string, path: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Said below, as for other values.
  }
  throw new UsageError(
    "The file is not a JSON object, or it has comments, which would be lost.",
    "Write the hooks into it by hand: docs/agents.md shows them.",
    path,
  );
}

function merge(known: Json, more: Json, path: string): Json {
  const added = Object.entries(more).map(([key, value]): [string, unknown] => {
    const own = Object.hasOwn(known, key) ? known[key] : undefined;
    if (own === undefined) return [key, value];
    if (Array.isArray(own) && Array.isArray(value))
      return [key, [...(own as unknown[]), ...value.filter((one) => !has(own, one))]];
    if (isObject(own) && isObject(value)) return [key, merge(own, value, path)];
    if (typeof own === typeof value && !isObject(own) && !Array.isArray(own)) return [key, own];
    throw new UsageError(
      `“${key}” is not of the kind that hooks have.`,
      "Write the hooks into the file by hand: docs/agents.md shows them.",
      path,
    );
  });
  return { ...known, ...Object.fromEntries(added) };
}

function has(list: readonly unknown[], wanted: unknown): boolean {
  return list.some((one) => JSON.stringify(one) === JSON.stringify(wanted));
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function print(value: unknown, indent: string): string {
  return `${JSON.stringify(value, null, indent)}\n`;
}
