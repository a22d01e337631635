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

const behindTitle =
  /^\s*(?:[,·|/–—-]\s*)?[*_]{0,2}(?:\[(P\d)\]|\((P\d)\)|`(P\d)`|(P\d)(?=[*_]{0,2}\s*(?:$|[-–—:,;.|·\n])))[*_]{0,2}/;
const atLineEnd = /(?:\s[·|—–-]\s*|[,;]\s+)(P\d)\s*$|\s[*_]{0,2}(?:\[(P\d)\]|\((P\d)\)|`(P\d)`)[*_]{0,2}\.?\s*$/;

/**
 * The priority right behind a title that ends at an offset (`**Export** [P1]: …`, `**Export** · P1`), or at the end of its line. `end` is where it
 * or, in the second case, the title ends.
 */
export function priorityBeside(text: string, titleEnd: number): { priority: string; end: number } | undefined {
  const line = text.slice(titleEnd).split(/\r?\n/, 1)[0] ?? "";
  const behind = behindTitle.exec(line);
  const match = behind ?? atLineEnd.exec(line);
  const priority = match?.slice(1).find((group) => group !== undefined);
  return priority === undefined ? undefined : { priority, end: titleEnd + (behind?.[0].length ?? 0) };
}
