/** A step from one node to another, by their names. */
export interface Step {
  readonly from: string;
  readonly to: string;
}

interface Frame {
  readonly node: string;
  readonly steps: readonly Step[];
  next: number;
}

/** So many steps the circles of one search may have together, beside those that the search went over: where everything depends on everything they would fill the memory. */
const mostSteps = 1_000;

/**
 * The circles among steps, each once, as the steps that lead around. A circle begins with its first step in the order
 * given. Where circles share steps, enough of them are found to break them all, unless there are so many that they would grow faster than the steps: then the first ones.
 */
export function cycles<One extends Step>(steps: readonly One[]): One[][] {
  const leaving = new Map<string, One[]>();
  for (const step of steps) {
    const siblings = leaving.get(step.from);
    if (siblings === undefined) leaving.set(step.from, [step]);
    else siblings.push(step);
  }
  const order = new Map(steps.map((step, index) => [step, index]));
  const found = new Map<string, One[]>();
  const finished = new Set<string>();
  for (const start of leaving.keys()) {
    if (!finished.has(start)) searchFrom(start, { leaving, finished, report: (circle) => add(circle, order, found) });
  }
  return [...found.values()];
}

interface Search<One extends Step> {
  readonly leaving: ReadonlyMap<string, readonly One[]>;
  readonly finished: Set<string>;
  report(circle: readonly One[]): void;
}

/** Depth first without recursion: a chain may be as long as the document. */
function searchFrom<One extends Step>(start: string, { leaving, finished, report }: Search<One>): void {
  const frames: (Frame & { readonly steps: readonly One[] })[] = [
    { node: start, steps: leaving.get(start) ?? [], next: 0 },
  ];
  const path: One[] = [];
  const depth = new Map([[start, 0]]);
  let left = mostSteps;
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const step = frame.steps[frame.next++];
    if (step === undefined) {
      finished.add(frame.node);
      depth.delete(frame.node);
      frames.pop();
      path.pop();
      continue;
    }
    left += 1;
    const open = depth.get(step.to);
    if (open !== undefined) {
      const length = path.length - open + 1;
      if (length > left) continue;
      left -= length;
      report([...path.slice(open), step]);
    } else if (!finished.has(step.to)) {
      depth.set(step.to, frames.length);
      path.push(step);
      frames.push({ node: step.to, steps: leaving.get(step.to) ?? [], next: 0 });
    }
  }
}

/** Turns a circle so that it begins with its first step, which is how two that are one are told. */
function add<One extends Step>(
  circle: readonly One[],
  order: ReadonlyMap<One, number>,
  found: Map<string, One[]>,
): void {
  let first = 0;
  circle.forEach((step, index) => {
    if ((order.get(step) ?? 0) < (order.get(circle[first] ?? step) ?? 0)) first = index;
  });
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  const name = JSON.stringify(turned.map((step) => step.from));
  if (!found.has(name)) found.set(name, turned);
}
