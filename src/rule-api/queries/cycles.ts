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

/**
 * The circles among steps, each once, as the steps that lead around. A circle begins with its first step in the order
 * given. Where circles share steps, enough of them are found to break them all.
 */
export function cycles<One extends Step>(steps: readonly One[]): One[][] {
  const leaving = new Map<string, One[]>();
  for (const step of steps) leaving.set(step.from, [...(leaving.get(step.from) ?? []), step]);
  const found = new Map<string, One[]>();
  const finished = new Set<string>();
  for (const start of leaving.keys()) {
    if (!finished.has(start)) searchFrom(start, { leaving, finished, report: (circle) => add(circle, steps, found) });
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
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const step = frame.steps[frame.next++];
    if (step === undefined) {
      finished.add(frame.node);
      depth.delete(frame.node);
      frames.pop();
      path.pop();
      continue;
    }
    const open = depth.get(step.to);
    if (open !== undefined) report([...path.slice(open), step]);
    else if (!finished.has(step.to)) {
      depth.set(step.to, frames.length);
      path.push(step);
      frames.push({ node: step.to, steps: leaving.get(step.to) ?? [], next: 0 });
    }
  }
}

/** Turns a circle so that it begins with its first step, which is how two that are one are told. */
function add<One extends Step>(circle: readonly One[], steps: readonly One[], found: Map<string, One[]>): void {
  const order = circle.map((step) => steps.indexOf(step));
  const first = order.indexOf(Math.min(...order));
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  const name = JSON.stringify(turned.map((step) => step.from));
  if (!found.has(name)) found.set(name, turned);
}
