import type { Step } from "./cycles.ts";

/** The steps from which one comes back to where they began: those of every circle, also of those that `cycles` does not list. */
export function circularSteps<One extends Step>(steps: readonly One[]): ReadonlySet<One> {
  const forwards = neighbours(steps, ({ from, to }) => [from, to]);
  const backwards = neighbours(steps, ({ from, to }) => [to, from]);
  const finished = new Set<string>();
  const order = [...forwards.keys()].flatMap((node) => walk(node, forwards, finished));
  // What leads to a node that was finished late, and was finished before it, is in a circle with it.
  const groups = new Map<string, number>();
  const seen = new Set<string>();
  for (const [group, node] of order.reverse().entries())
    for (const member of walk(node, backwards, seen)) groups.set(member, group);
  return new Set(steps.filter(({ from, to }) => groups.get(from) === groups.get(to)));
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighbours(steps: readonly Step[], ends: (step: Step) => readonly [string, string]): Neighbours {
  const found = new Map<string, string[]>();
  for (const [one, other] of steps.map(ends)) {
    const known = found.get(one);
    if (known === undefined) found.set(one, [other]);
    else known.push(other);
  }
  return found;
}

/** The nodes that are reached from one and were not seen before, each after all that are reached from it. Without recursion: a chain may be as long as the document. */
function walk(start: string, next: Neighbours, seen: Set<string>): string[] {
  if (seen.has(start)) return [];
  seen.add(start);
  const found: string[] = [];
  const frames = [{ node: start, at: 0 }];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const to = next.get(frame.node)?.[frame.at++];
    if (to === undefined) found.push(frames.pop()?.node ?? start);
    else if (!seen.has(to)) {
      seen.add(to);
      frames.push({ node: to, at: 0 });
    }
  }
  return found;
}
