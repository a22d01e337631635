import type { StatusSource } from "../core/layout.ts";
import type { Quotation } from "../core/quotation.ts";
import { readStatusWords } from "../core/status-words.ts";
import type { Status } from "../core/statuses.ts";
import type { StatedStatus } from "../core/unit.ts";

/** What the words of a place come to; undefined when they say nothing. */
export function statedStatus(
  said: Quotation,
  source: StatusSource,
  known: readonly Status[],
): StatedStatus | undefined {
  const words = readStatusWords(said.text, known);
  if (words === undefined || (source.kind === "banner" && words.stage === undefined)) return undefined;
  const key = words.word.toLowerCase();
  return { ...said, ...words, source: source.kind, final: source.final?.includes(key) === true };
}
