/** A priority at the start of a heading or title: "P0 — Release Blockers", "[P1] Export", "Priority 2: …". */
export interface PriorityToken {
  /** As written, "P0". */
  readonly priority: string;
  /** What follows the separator; empty when nothing does. */
  readonly rest: string;
  /** Where `rest` begins in the text. */
  readonly restStart: number;
}

const token =
  /^\s*(?:\[\s*(P\d)\s*\]|\(\s*(P\d)\s*\)|(P\d|Priority\s+P?\d+|Tier\s+\d+))(?![\p{L}\p{N}])\s*(?:[:—–/|-]+\s*)?/u;

/** Reads the priority at the start of a text, undefined when there is none. "P2P sync" has none. */
export function priorityToken(text: string): PriorityToken | undefined {
  const match = token.exec(text);
  const priority = match?.[1] ?? match?.[2] ?? match?.[3];
  if (match === null || priority === undefined) return undefined;
  return {
    priority: priority.replace(/^(?:Priority|Tier)\s+/, ""),
    rest: text.slice(match[0].length).trim(),
    restStart: match[0].length,
  };
}

/** A priority in parentheses at the end of a title: "Export (P1)". */
export function trailingPriority(title: string): { title: string; priority: string } | undefined {
  const bare = title.trimEnd();
  const match = /[([](P\d)[)\]]$/.exec(bare);
  return match?.[1] === undefined ? undefined : { title: bare.slice(0, match.index).trim(), priority: match[1] };
}
