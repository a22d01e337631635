import { cannotBeHidden } from "../core/exceptions.ts";
import type { Edit, Finding } from "../core/finding.ts";

/** A comment that hides a finding, once somebody has written why it is right. */
export interface Suppression {
  readonly title: string;
  readonly edit: Edit;
}

/** A placeholder: the comment hides nothing, and is reported, before a reason is written in its place. */
const openReason = "TODO: why this is right here";
const markdown = /\.(?:md|markdown|mdx)$/i;
/** Lines before which a comment may be put without that anything else is read differently: headings and bullets. */
const begins = /^(?:#{1,6}\s|\s*(?:[-*+]|\d+[.)])\s)/;

/** Where a comment can hide a finding: above its line where that changes nothing else, else for the whole document. None for rules that nothing hides. */
export function suppressions({ rule, path, line }: Finding, text: string): Suppression[] {
  if (cannotBeHidden(rule) || !markdown.test(path)) return [];
  const end = /\r\n/.test(text) ? "\r\n" : "\n";
  const above = aboveLine(text, line);
  if (above !== undefined) {
    const comment = `${above.indent}<!-- queue-lint-disable-next-line ${rule} -- ${openReason} -->${end}`;
    return [{ title: `Suppress ${rule} here with a reason`, edit: insertion(path, above.offset, comment) }];
  }
  const gap = text === "" || /\n$/.test(text) ? end : end + end;
  const comment = `${gap}<!-- queue-lint-disable-file ${rule} -- ${openReason} -->${end}`;
  return [{ title: `Suppress ${rule} in this document with a reason`, edit: insertion(path, text.length, comment) }];
}

function aboveLine(text: string, line: number): { readonly offset: number; readonly indent: string } | undefined {
  const lines = text.split(/(?<=\n)|(?<=\r)(?!\n)/);
  const found = lines[line - 1] ?? "";
  if (!begins.test(found)) return undefined;
  const offset = lines.slice(0, line - 1).join("").length;
  return { offset, indent: /^\s*/.exec(found)?.[0] ?? "" };
}

function insertion(path: string, offset: number, text: string): Edit {
  return { path, offset, endOffset: offset, text };
}
