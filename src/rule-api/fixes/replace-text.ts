import type { Facts } from "../../core/fact.ts";
import type { Edit, Fix } from "../../core/finding.ts";
import type { Location } from "../../core/location.ts";
import { sourceLines, textAt } from "./source-lines.ts";

/** Puts other words in the place of `from`, which must be there exactly once; undefined when it does not. */
export function replaceText(
  location: Location,
  [from, to]: readonly [from: string, to: string],
  facts: Facts,
): readonly [Edit] | undefined {
  const source = sourceLines(location.path, facts);
  if (source === undefined || from === "" || from === to) return undefined;
  const words = textAt(source, location);
  const at = words.indexOf(from);
  if (at === -1 || words.includes(from, at + 1)) return undefined;
  const offset = location.offset + at;
  return [{ path: location.path, offset, endOffset: offset + from.length, text: to }];
}

/** Suggests other words in the place of `from`; undefined when there are none, or when `from` does not appear exactly once. */
export function suggestText(
  location: Location,
  [from, to]: readonly [from: string, to: string | undefined],
  facts: Facts,
): Fix | undefined {
  const edits = to === undefined ? undefined : replaceText(location, [from, to], facts);
  return edits === undefined ? undefined : { kind: "suggest", description: `Write “${to ?? ""}”.`, edits };
}
