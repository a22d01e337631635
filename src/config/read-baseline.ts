import { parseTree } from "jsonc-parser";
import { z } from "zod";
import type { Baseline, BaselineEntry } from "../core/baseline.ts";
import { UsageError } from "../core/errors.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { ConfigFault, ConfigValue } from "./config-value.ts";
import { readJson } from "./read-json.ts";
import { schemaFaults } from "./schema-faults.ts";

const schema = z.strictObject({ version: z.literal(1), findings: z.record(z.string(), z.int().min(1)) });
const wayOut = "Correct it, or delete it and write it again with “queue-lint baseline”.";

/** The baseline at a path of the repository. Throws a `UsageError`, with line and column, for one that is not there or cannot be used. */
export function readBaseline(snapshot: Pick<Snapshot, "read">, path: string): Baseline {
  const result = snapshot.read(path);
  if (result.ok) return parseBaseline(path, result.text);
  if (result.reason === "missing")
    throw new UsageError(
      "The baseline does not exist.",
      "Write it with “queue-lint baseline”, or name the file that is there.",
      path,
    );
  throw new UsageError(
    `The baseline cannot be read: ${result.detail}.`,
    "Name a file of JSON, in UTF-8, inside the repository.",
    path,
  );
}

/** A baseline as `queue-lint baseline` writes it. Throws a `UsageError`. */
function parseBaseline(path: string, text: string): Baseline {
  const fail = ({ line, column, message }: ConfigFault, help = wayOut): never => {
    throw new UsageError(`The baseline cannot be used: ${message}.`, help, `${path}:${line}:${column}`);
  };
  const conflict = /^(?:<{7}|={7}|>{7})(?= |\r?$)/m.exec(text);
  if (conflict !== null)
    fail(
      {
        line: text.slice(0, conflict.index).split("\n").length,
        column: 1,
        message: "it holds the marks of a merge conflict",
      },
      "Take either side, then run “queue-lint baseline --add --prune”.",
    );
  if (isDeep(text)) fail({ line: 1, column: 1, message: "it is nested too deeply" });
  // The mark is one character, so positions stay what they are.
  const read = readJson(text.replace(/^\uFEFF/, " "), "json");
  if (!read.ok) return fail(read.faults[0] ?? { line: 1, column: 1, message: "it is empty" });
  const { config } = read;
  refuseOtherVersion(config, fail);
  const result = schema.safeParse(config.value);
  if (!result.success)
    return fail(
      schemaFaults(result.error.issues, config, schema)[0] ?? { line: 1, column: 1, message: "it is not a baseline" },
    );
  return { path, text, entries: entriesOf(path, text) };
}

/** The parser recurses. A baseline has two levels; brackets inside its strings are not nesting. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth -= 1;
    if (depth > 20) return true;
  }
  return false;
}

function refuseOtherVersion(config: ConfigValue, fail: (fault: ConfigFault, help?: string) => never): void {
  const version: unknown = (config.value as { version?: unknown } | null)?.version;
  if (typeof version !== "number" || version <= 1) return;
  fail(
    {
      ...config.locate(["version"], "value"),
      message: `it has version ${version}, and this queue-lint reads version 1`,
    },
    "Update queue-lint, or write the baseline again with “queue-lint baseline”.",
  );
}

/** Every entry with the place of its key, found in one pass: a baseline may have many. */
function entriesOf(path: string, text: string): BaselineEntry[] {
  const tree = parseTree(text.replace(/^\uFEFF/, " "));
  const findings = tree?.children?.find((property) => property.children?.[0]?.value === "findings")?.children?.[1];
  const starts = lineStarts(text);
  let line = 0;
  return (findings?.children ?? []).flatMap(({ children }): BaselineEntry[] => {
    const [key, value] = children ?? [];
    if (key === undefined || value === undefined) return [];
    while ((starts[line + 1] ?? Infinity) <= key.offset) line += 1;
    const column = key.offset - (starts[line] ?? 0) + 1;
    const location = {
      path,
      line: line + 1,
      column,
      endLine: line + 1,
      endColumn: column + key.length,
      offset: key.offset,
      endOffset: key.offset + key.length,
    };
    const fingerprint = String(key.value);
    return [{ fingerprint, count: Number(value.value), text: fingerprint, location }];
  });
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
}
