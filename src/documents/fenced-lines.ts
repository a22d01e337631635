import { linePrefix, type LinePrefix } from "./line-prefix.ts";

interface OpenFence {
  readonly marker: string;
  readonly prefix: LinePrefix;
}

/** For each line whether it belongs to a fenced code block, near enough to tell code from writing. */
export function fencedLines(lines: readonly string[]): boolean[] {
  let open: OpenFence | undefined;
  return lines.map((line) => {
    const prefix = linePrefix(line, 60);
    const rest = line.slice(prefix.length).trimEnd();
    if (open !== undefined && leaves(open, prefix, rest)) open = undefined;
    const marker = /^(?:`{3,}|~{3,})/.exec(rest)?.[0];
    if (open === undefined) {
      if (marker === undefined || (marker.startsWith("`") && rest.includes("`", marker.length))) return false;
      open = { marker, prefix };
      return true;
    }
    if (marker === rest && rest.startsWith(open.marker)) open = undefined;
    return true;
  });
}

/** Whether a line is outside the quote or list item in which the fence was opened, which ends it. */
function leaves({ prefix }: OpenFence, own: LinePrefix, rest: string): boolean {
  if (prefix.quotes > 0) return own.quotes === 0;
  return prefix.items > 0 && rest !== "" && own.column < prefix.column;
}
