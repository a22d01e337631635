import type { TaskProgress } from "../core/fact.ts";

/** What the first lines of a spec file say. Read by lines: a full parse of every package would cost more than the audit. */
export interface SpecFile {
  readonly title: string | undefined;
  readonly status: string | undefined;
  /** False when the file is still the template it was copied from. */
  readonly substantial: boolean;
}

const headerLines = 40;
const placeholder = /\[(?:FEATURE NAME|FEATURE|###-feature-name|Brief Title|DATE|Title)\]|\$ARGUMENTS/;
/** Prose shorter than this says nothing that a template would not say. */
const leastProse = 30;

export function scanSpecFile(text: string): SpecFile {
  const lines = withoutComments(text.replace(/^\uFEFF/, "")).split(/\r?\n/);
  const heading = outsideFences(lines).find((line) => /^#\s+\S/.test(line));
  const status = lines.slice(0, headerLines).map(statusIn).find((value) => value !== undefined);
  const title = heading?.replace(/^#\s/, "").trim().replace(/^(?:feature )?(?:specification|spec)(?: \d+)?\s?[:—–-]\s/i, "").trim();
  return { title: title === "" ? undefined : title, status, substantial: isSubstantial(lines) };
}

/** `**Status**: Draft`, `> Status: Draft`, `status: draft`: the value without its markup. */
function statusIn(line: string): string | undefined {
  const value = /^[>\s*_-]{0,8}status[\s*_]{0,4}:(.+)$/i.exec(line)?.[1]?.replace(/[*_`]/g, "").trim();
  return value === "" ? undefined : value;
}

function isSubstantial(lines: readonly string[]): boolean {
  if (lines.slice(0, headerLines).some((line) => placeholder.test(line))) return false;
  const prose = lines.filter((line) => !/^\s*(?:#|\*\*[^*]+\*\*\s*:|---)/.test(line)).map((line) => line.replace(/\[[^[\]]*\]/g, "")).join(" ");
  return prose.replace(/[^\p{L}\p{N}]+/gu, " ").trim().length >= leastProse;
}

/** Boxes of a tasks file, outside code fences and comments. Any mark but x and X is open. */
export function countTasks(text: string): TaskProgress {
  let done = 0;
  let open = 0;
  for (const line of outsideFences(withoutComments(text).split(/\r?\n/))) {
    const mark = /^\s*(?:[-*+]|\d+[.)])\s+\[([^\]])\]\s/.exec(line)?.[1];
    if (mark === undefined) continue;
    if (mark.toLowerCase() === "x") done += 1;
    else open += 1;
  }
  return { done, open };
}

function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ""));
}

function outsideFences(lines: readonly string[]): string[] {
  let fence: string | undefined;
  return lines.filter((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark === undefined) return fence === undefined;
    if (fence === undefined) fence = mark;
    else if (mark.startsWith(fence)) fence = undefined;
    return false;
  });
}
