import type { Facts } from "../../core/fact.ts";
import type { Fix } from "../../core/finding.ts";
import type { Location } from "../../core/location.ts";
import { onlyNearest } from "../queries/only-nearest.ts";
import { replaceText } from "./replace-text.ts";

/** Writes the known word that was meant by a slip of the pen; undefined when none is close, or several are. */
export function correctWord(
  location: Location,
  { word, known }: { readonly word: string; readonly known: Iterable<string> },
  facts: Facts,
): Fix | undefined {
  const close = onlyNearest(word, known);
  const edits = close === undefined ? undefined : replaceText(location, [word, close], facts);
  return edits === undefined ? undefined : { kind: "suggest", description: `Write “${close ?? ""}”.`, edits };
}
