import type { Candidate } from "../../core/claims/claim.ts";
import type { Edit, Fix } from "../../core/finding.ts";
import type { FixInput } from "./append-promoted.ts";
import { insertFields } from "./insert-fields.ts";
import { isMovable } from "./promote-entry.ts";
import { sourceLines, textAt } from "./source-lines.ts";

/** Writes “(formerly Old title)” after the title of an entry, or a field that says so where it would not be read there. */
export function nameFormerTitle(entry: Candidate, former: string, input: FixInput): Fix | undefined {
  const edit = afterTitle(entry, former, input);
  const edits = edit ?? insertFields(entry, [`**Formerly**: ${former}`], input.facts);
  return (
    edits && {
      kind: "safe",
      description: `Name the former title “${former}” ${edit === undefined ? "in a field" : "after the title"}.`,
      edits,
    }
  );
}

function afterTitle(entry: Candidate, former: string, input: FixInput): readonly Edit[] | undefined {
  const source = sourceLines(entry.head.path, input.facts);
  // A heading that is linked gets another anchor with every word, and marks inside of the parentheses would end them.
  if (source === undefined || !isMovable(entry, input) || /[()[\]`“”"*_<>|\r\n]|->|→|=>/.test(former)) return undefined;
  if (entry.shape === "task" && /:\s|\s(?:—|–|--)\s/.test(former)) return undefined;
  const head = textAt(source, entry.head);
  const at = head.indexOf(entry.title);
  if (at === -1 || head.includes(entry.title, at + 1)) return undefined;
  const rest = head.slice(at + entry.title.length);
  const closing = /^(?:(?::?(?:\*\*|__)|`+|\]\([^)\s]*\)|[*_]))*/.exec(rest)?.[0] ?? "";
  const offset = entry.head.offset + at + entry.title.length + closing.length;
  return [{ path: source.path, offset, endOffset: offset, text: ` (formerly ${former})` }];
}
