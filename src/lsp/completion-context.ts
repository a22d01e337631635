import type { FieldName, Settings } from "../core/settings.ts";

/** What a place of a document asks for, and the words that are there already: the last so many UTF-16 code units before it. */
export interface CompletionContext {
  readonly wants: "role" | "status" | "dependency" | "target" | "number" | "link" | "path";
  readonly typed: number;
}

const label = /^\s*(?:[-*+]\s+)?[*_]{0,2}([\p{L}][\p{L} ]*?)[*_]{0,2}\s*:\s*[*_]{0,2}\s*(.*)$/u;

/** By the text from the start of the document up to the place; undefined where nothing of ours is asked for. */
export function contextAt(before: string, settings: Settings): CompletionContext | undefined {
  const line = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
  return inHeading(line) ?? inField(line, settings) ?? inReference(line) ?? inRow(before, line, settings);
}

function inHeading(line: string): CompletionContext | undefined {
  const [, typed] = /^#{1,6}\s+(.*)$/.exec(line) ?? [];
  return typed === undefined ? undefined : { wants: "role", typed: typed.length };
}

function inField(line: string, { fields }: Settings): CompletionContext | undefined {
  const [, name = "", typed = ""] = label.exec(line) ?? [];
  const key = name.trim().toLowerCase();
  const isOf = (field: FieldName): boolean => fields[field].includes(key);
  if (key === "") return undefined;
  if (isOf("status") || key === "status") return { wants: "status", typed: typed.length };
  if (!isOf("dependencies")) return undefined;
  return { wants: "dependency", typed: (/[^,;]*$/.exec(typed)?.[0] ?? "").trimStart().length };
}

const references: readonly (readonly [RegExp, CompletionContext["wants"]])[] = [
  [/(?:->|→|=>)\s*([^→>]*)$/, "target"],
  [/\b(spec\s+#?\d*)$/i, "number"],
  [/\]\(([^()\s]*)$/, "link"],
  [/`([\w.-]+\/[\w./-]*)$/, "path"],
];

function inReference(line: string): CompletionContext | undefined {
  for (const [pattern, wants] of references) {
    const [, typed] = pattern.exec(line) ?? [];
    if (typed !== undefined) return { wants, typed: typed.length };
  }
  return undefined;
}

/** The cell of a table below a header that says that statuses are in it. */
function inRow(before: string, line: string, { columns }: Settings): CompletionContext | undefined {
  if (!/^\s*\|/.test(line)) return undefined;
  const lines = before.split(/\r\n|\n|\r/);
  let at = lines.length - 1;
  while (at > 0 && /^\s*\|/.test(lines[at - 1] ?? "")) at -= 1;
  if (at === lines.length - 1) return undefined;
  const index = line.split("|").length - 1;
  const header = (lines[at] ?? "").split("|")[index]?.trim().toLowerCase() ?? "";
  const typed = /[^|]*$/.exec(line)?.[0].trimStart() ?? "";
  return header !== "" && columns.status.includes(header) ? { wants: "status", typed: typed.length } : undefined;
}
