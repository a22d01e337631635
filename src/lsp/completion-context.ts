import type { FieldName, Settings } from "../core/settings.ts";

/** What a place of a document asks for, and the words that are there already: the last so many UTF-16 code units before it. */
export interface CompletionContext {
  readonly wants: "role" | "status" | "dependency" | "target" | "number" | "link" | "path";
  readonly typed: number;
}

/** A label and what follows it: “- **Status**: dr”. */
const label = /^[ \t]*(?:[-*+][ \t]+)?[*_]{0,2}(\p{L}[^:*_`|]*)[*_]{0,2}:[*_]{0,2}(.*)$/u;

/** By the text from the start of the document up to the place; undefined where nothing of ours is asked for. */
export function contextAt(before: string, settings: Settings): CompletionContext | undefined {
  const line = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
  return inHeading(line) ?? inField(line, settings) ?? inReference(line) ?? inRow(before, line, settings);
}

function inHeading(line: string): CompletionContext | undefined {
  const [, typed] = /^#{1,6}[ \t](.*)$/.exec(line) ?? [];
  return typed === undefined ? undefined : { wants: "role", typed: typed.trimStart().length };
}

function inField(line: string, { fields }: Settings): CompletionContext | undefined {
  const [, name = "", value = ""] = label.exec(line) ?? [];
  const typed = value.trimStart();
  const key = name.trim().toLowerCase();
  const isOf = (field: FieldName): boolean => fields[field].includes(key);
  if (key === "") return undefined;
  if (isOf("status") || key === "status") return { wants: "status", typed: typed.length };
  if (!isOf("dependencies")) return undefined;
  return { wants: "dependency", typed: lastOf(typed, /[,;]/).length };
}

const references: readonly (readonly [RegExp, CompletionContext["wants"]])[] = [
  [/(?:->|→|=>)([^→>]*)$/, "target"],
  [/\b(spec\s+#?\d*)$/i, "number"],
  [/\]\(([^()\s]*)$/, "link"],
  [/`([\w.-]+\/[\w./-]*)$/, "path"],
];

function inReference(line: string): CompletionContext | undefined {
  for (const [pattern, wants] of references) {
    const [, typed] = pattern.exec(line) ?? [];
    if (typed !== undefined) return { wants, typed: typed.trimStart().length };
  }
  return undefined;
}

/** The cell of a table below a header that says that statuses are in it. */
function inRow(before: string, line: string, { columns }: Settings): CompletionContext | undefined {
  if (!isRow(line)) return undefined;
  const rows = before.split(/\r\n|\n|\r/).slice(0, -1);
  const header = rows[rows.findLastIndex((row) => !isRow(row)) + 1];
  const cell = header?.split("|")[line.split("|").length - 1]?.trim().toLowerCase();
  if (cell === undefined || !columns.status.includes(cell)) return undefined;
  return { wants: "status", typed: lastOf(line, /\|/).length };
}

function isRow(line: string): boolean {
  return line.trimStart().startsWith("|");
}

/** What follows the last separator, without the spaces after it. */
function lastOf(text: string, separator: RegExp): string {
  return (text.split(separator).at(-1) ?? "").trimStart();
}
