import type { Facts } from "../../core/fact.ts";
import type { Fix } from "../../core/finding.ts";
import { insertAfterLine, sourceLines } from "./source-lines.ts";

/** The empty section at the end of the queue; a manual-only one has to say at once that it is. */
export function emptySection(
  heading: string,
  role: string,
  { path, level, facts }: { path: string; level: number; facts: Facts },
): Fix | undefined {
  const source = sourceLines(path, facts);
  if (source === undefined) return undefined;
  const boundary = role === "manual" ? ["", "**Boundary**: manual promotion only, not auto-prep."] : [];
  const lines = [`${"#".repeat(level)} ${heading}`, ...boundary];
  const end = source.text.trimEnd().length;
  const edit = insertAfterLine(source, end, ["", ...lines]);
  // A file that did not end with a line ending does now; blank lines at the end stay below the new section.
  const text = edit.offset === source.text.length ? edit.text + source.ending : edit.text;
  return { kind: "safe", description: `Append the empty section “${heading}”.`, edits: [{ ...edit, text }] };
}
