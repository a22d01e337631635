import type { z } from "zod";
import type { ConfigFault, ConfigValue } from "./config-value.ts";
import { knownKeys } from "./known-keys.ts";
import { didYouMean } from "./nearest-word.ts";

type Issue = z.core.$ZodIssue;

/** Every way in which the data of a configuration departs from the schema, in document order. */
export function schemaFaults(issues: readonly Issue[], config: ConfigValue, schema: z.ZodType): ConfigFault[] {
  const faults = issues
    .flatMap((issue) => meant(issue, config.value))
    .flatMap((issue) => toFaults(issue, config, schema));
  return faults.sort((one, other) => one.line - other.line || one.column - other.column);
}

/** Of a union, the issues of the alternative that the user most probably meant: the one that the kind of value fits. */
function meant(issue: Issue, root: unknown): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const value = valueAt(root, issue.path);
  const branches = issue.errors.filter(
    (branch) => !branch.some((one) => one.path.length === 0 && isOtherKind(one, value)),
  );
  const chosen = branches[0];
  if (chosen === undefined) return [issue];
  return chosen.flatMap((one) => meant({ ...one, path: [...issue.path, ...one.path] } as Issue, root));
}

function isOtherKind(issue: Issue, value: unknown): boolean {
  if (issue.code === "invalid_type") return true;
  // A literal such as `false` is a kind of its own: no other value is a slip for it.
  return issue.code === "invalid_value" && (typeof value !== "string" || typeof issue.values[0] !== "string");
}

function toFaults(issue: Issue, config: ConfigValue, schema: z.ZodType): ConfigFault[] {
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) => ({
      ...config.locate([...issue.path, key], "key"),
      message: unknownKey(key, issue.path, known),
    }));
  }
  const where = issue.path.length === 0 ? "the configuration" : `“${pathText(issue.path)}”`;
  return [
    {
      ...config.locate(issue.path, "value"),
      message: `${where}: ${explain(issue, valueAt(config.value, issue.path))}`,
    },
  ];
}

function unknownKey(key: string, path: readonly PropertyKey[], known: readonly string[]): string {
  const kind =
    path.length === 1 && path[0] === "rules"
      ? "there is no rule"
      : `${path.length === 0 ? "" : `“${pathText(path)}”: `}unknown key`;
  const nearest = didYouMean(key, known);
  const few = known.length > 0 && known.length <= 12 ? `; known are ${quoted(known)}` : "";
  return `${kind} “${key}”${nearest === "" ? few : nearest}`;
}

function explain(issue: Issue, value: unknown): string {
  if (issue.code === "custom") return issue.message;
  if (issue.code === "invalid_value") {
    const nearest = typeof value === "string" ? didYouMean(value, issue.values.map(String)) : "";
    return `${shown(value)} is not one of ${quoted(issue.values.map(String))}${nearest}`;
  }
  if (issue.code === "invalid_type") return expected(kinds[issue.expected] ?? issue.expected, value);
  if (issue.code === "invalid_union") return expected(expectedOf(issue), value);
  return (
    lengthFault(issue) ??
    `${shown(value)} is not allowed (${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)})`
  );
}

function expected(kind: string, value: unknown): string {
  return `expected ${kind}, got ${shown(value)}`;
}

function lengthFault(issue: Issue): string | undefined {
  if (issue.code === "too_small" && issue.origin === "array")
    return `the list needs at least ${String(issue.minimum)} ${issue.minimum === 1 ? "value" : "values"}`;
  return issue.code === "too_big" && issue.origin === "array"
    ? `the list may have at most ${String(issue.maximum)} values`
    : undefined;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a string",
  object: "an object",
  record: "an object",
  array: "a list",
  tuple: "a list",
  boolean: "`true` or `false`",
  number: "a number",
  int: "a whole number",
};

function expectedOf(issue: Extract<Issue, { code: "invalid_union" }>): string {
  const all = issue.errors.flatMap((branch) => branch.filter((one) => one.path.length === 0).map(expectation));
  return [...new Set(all)].join(" or ") || "another value";
}

function expectation(issue: Issue): string {
  if (issue.code === "invalid_type") return kinds[issue.expected] ?? issue.expected;
  return issue.code === "invalid_value"
    ? issue.values.map((value) => (typeof value === "string" ? `“${value}”` : `\`${String(value)}\``)).join(" or ")
    : "another value";
}

/** A value as a message shows it. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value !== "string") return `\`${String(value)}\``;
  return `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`))
    .join("");
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(", ");
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path)
    value =
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined;
  return value;
}
