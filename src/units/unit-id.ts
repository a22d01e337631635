import type { UnitId } from "../core/unit.ts";

/** "task-073" is "task-73", "0007" is "7": without case, and numbers without leading zeros. */
export function canonicalId(text: string): UnitId {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ""));
}

/** The id of a unit by the parts of its name, the most exact first. */
export function idOf(name: {
  readonly id?: string;
  readonly number?: string;
  readonly slug?: string;
  readonly text: string;
}): UnitId {
  return canonicalId(name.id ?? name.number ?? name.slug ?? name.text);
}
