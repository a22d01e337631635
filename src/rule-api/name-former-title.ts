import type { Candidate } from "../core/claim.ts";
import type { Fix } from "../core/finding.ts";
import type { FixInput } from "./append-promoted.ts";
import { isMovable } from "./promote-entry.ts";
import { sourceLines, written } from "./source-lines.ts";

/** Writes “(formerly Old title)” behind the title of an entry; undefined when it would not be read there. */
export function nameFormerTitle(entry: Candidate, former: string, input: FixInput): Fix | undefined {
  const source = sourceLines(entry.head.path, input.facts);
  // A heading that is linked gets another anchor with every word, and marks inside of the parentheses would end them.
  if (source === undefined || !isMovable(entry, input) || /[()[\]`“”"*_<>|\r\n]|->|→|=>/.test(former)) return undefined;
  if (entry.shape === "task" && /:\s|\s(?:—|–|--)\s/.test(former)) return undefined;
  const head = written(source, entry.head);
  const at = head.indexOf(entry.title);
  if (at === -1 || head.includes(entry.title, at + 1)) return undefined;
  const rest = head.slice(at + entry.title.length);
  const closing = /^(?:(?::?(?:\*\*|__)|`+|\]\([^)\s]*\)|[*_]))*/.exec(rest)?.[0] ?? "";
  const offset = entry.head.offset + at + entry.title.length + closing.length;
  return { kind: "safe", description: `Name the former title “${former}” behind the title.`, edits: [{ path: source.path, offset, endOffset: offset, text: ` (formerly ${former})` }] };
}
