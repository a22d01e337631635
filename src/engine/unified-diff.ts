import { lineDifference, type DiffLine } from "./line-difference.ts";
import type { TextChange } from "./fix-rounds.ts";

/** A change as `git apply` and `patch` read it, `context` lines around each place; empty when nothing differs. Line endings stay. */
export function unifiedDiff({ path, before, after }: TextChange, context = 3): string {
  const hunks = hunksOf(lineDifference(before, after), context);
  if (hunks.length === 0) return "";
  // Git quotes nothing but what would break the line.
  const name = path.replace(/[\t\r\n]/g, " ");
  return [`--- a/${name}\n`, `+++ b/${name}\n`, ...hunks.map(hunkText)].join("");
}

interface Hunk {
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly DiffLine[];
}

/** Groups changes whose contexts meet. */
function hunksOf(lines: readonly DiffLine[], context: number): Hunk[] {
  const wanted = new Set<number>();
  lines.forEach(({ kind }, index) => {
    if (kind !== " ") for (let near = index - context; near <= index + context; near += 1) wanted.add(near);
  });
  const hunks: { oldStart: number; newStart: number; lines: DiffLine[] }[] = [];
  let [oldLine, newLine] = [1, 1];
  lines.forEach((line, index) => {
    if (wanted.has(index)) {
      if (!wanted.has(index - 1) || index === 0) hunks.push({ oldStart: oldLine, newStart: newLine, lines: [] });
      hunks.at(-1)?.lines.push(line);
    }
    if (line.kind !== "+") oldLine += 1;
    if (line.kind !== "-") newLine += 1;
  });
  return hunks;
}

function hunkText({ oldStart, newStart, lines }: Hunk): string {
  const side = (start: number, other: DiffLine["kind"]): string => {
    const count = lines.filter(({ kind }) => kind !== other).length;
    return count === 1 ? String(start) : `${count === 0 ? start - 1 : start},${count}`;
  };
  const body = lines.map(
    ({ kind, text }) => `${kind}${text}${text.endsWith("\n") ? "" : "\n\\ No newline at end of file\n"}`,
  );
  return `@@ -${side(oldStart, "+")} +${side(newStart, "-")} @@\n${body.join("")}`;
}
