import type { Facts } from "../../core/fact.ts";
import type { Fix } from "../../core/finding.ts";
import type { PlanRecord } from "../../core/record.ts";
import { replaceText } from "./replace-text.ts";

/** Ticks the box of an item; undefined when its box is not the one that the item begins with, alone. */
export function tickBox({ extent, location, mark }: PlanRecord, facts: Facts): Fix | undefined {
  if (mark !== " ") return undefined;
  const before = { ...extent, endOffset: location.offset };
  const edits = replaceText(before, ["[ ]", "[x]"], facts);
  return edits === undefined ? undefined : { kind: "safe", description: "Tick the box.", edits };
}
