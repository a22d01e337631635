/** A line of a comparison: kept, only in the old text, or only in the new one. Lines keep their endings. */
export interface DiffLine {
  readonly kind: " " | "-" | "+";
  readonly text: string;
}

/** The shortest way from one list of lines to another (Myers, O(ND)); of equals, what goes comes before what is new. */
export function lineDifference(before: string, after: string): DiffLine[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  const kept = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ kind: " ", text }));
  const middle = shortestEdit(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end));
  return [...kept(old.slice(0, start)), ...middle, ...kept(old.slice(old.length - end))];
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function shortestEdit(old: readonly string[], fresh: readonly string[]): DiffLine[] {
  const trace: Map<number, number>[] = [];
  const furthest = new Map<number, number>([[1, 0]]);
  for (let steps = 0; steps <= old.length + fresh.length; steps += 1) {
    trace.push(new Map(furthest));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = goesDown(furthest, diagonal, steps)
        ? (furthest.get(diagonal + 1) ?? 0)
        : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (x < old.length && x - diagonal < fresh.length && old[x] === fresh[x - diagonal]) x += 1;
      furthest.set(diagonal, x);
      if (x >= old.length && x - diagonal >= fresh.length) return walkBack(trace, old, fresh);
    }
  }
  return [];
}

function goesDown(furthest: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean {
  return (
    diagonal === -steps ||
    (diagonal !== steps && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1))
  );
}

function walkBack(
  trace: readonly ReadonlyMap<number, number>[],
  old: readonly string[],
  fresh: readonly string[],
): DiffLine[] {
  const lines: DiffLine[] = [];
  let [x, y] = [old.length, fresh.length];
  for (let steps = trace.length - 1; steps >= 0; steps -= 1) {
    const furthest = trace[steps] ?? new Map<number, number>();
    const diagonal = x - y;
    const down = goesDown(furthest, diagonal, steps);
    const from = down ? diagonal + 1 : diagonal - 1;
    const [startX, startY] = steps === 0 ? [0, 0] : [furthest.get(from) ?? 0, (furthest.get(from) ?? 0) - from];
    while (x > startX && y > startY) {
      x -= 1;
      y -= 1;
      lines.push({ kind: " ", text: old[x] ?? "" });
    }
    if (steps === 0) break;
    if (down) lines.push({ kind: "+", text: fresh[startY] ?? "" });
    else lines.push({ kind: "-", text: old[startX] ?? "" });
    [x, y] = [startX, startY];
  }
  return lines.reverse();
}
