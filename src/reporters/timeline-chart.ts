/** A number of findings at a moment. */
export interface ChartPoint {
  readonly errors: number;
  readonly warnings: number;
}

const bars = "▁▂▃▄▅▆▇█";

/**
 * Two lines of bars over time, errors above warnings, at most `width` characters wide. Where there are more points than room, a bar stands for
 * several and shows the highest of them. Zero is an empty place, so that a clean stretch is seen as one.
 */
export function timelineChart(points: readonly ChartPoint[], width: number): string {
  const room = Math.max(10, Math.min(width, 100) - 24);
  const series = [
    ["errors", points.map(({ errors }) => errors)],
    ["warnings", points.map(({ warnings }) => warnings)],
  ] as const;
  return series.map(([name, values]) => line(name, values, room)).join("\n");
}

function line(name: string, values: readonly number[], room: number): string {
  const most = Math.max(0, ...values);
  const length = Math.min(room, values.length);
  const buckets = Array.from({ length }, (_, index) => {
    const from = Math.floor((index * values.length) / length);
    const to = Math.max(from + 1, Math.floor(((index + 1) * values.length) / length));
    return Math.max(...values.slice(from, to));
  });
  const drawn = buckets
    .map((value) =>
      value === 0 ? " " : bars.charAt(Math.min(bars.length - 1, Math.floor((value / most) * (bars.length - 1)))),
    )
    .join("");
  return `${name.padEnd(9)}|${drawn}| ${values.at(-1) ?? 0} (most ${most})`;
}
