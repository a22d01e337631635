import { expect, it } from "vitest";
import { timelineChart } from "../../src/reporters/timeline-chart.ts";

const points = (...errors: number[]) => errors.map((count) => ({ errors: count, warnings: 0 }));

it("draws a bar for each point, nothing for none", () => {
  expect(timelineChart(points(0, 1, 4, 8, 0), 80)).toBe("errors   | ▁▄█ | 0 (most 8)\nwarnings |     | 0 (most 0)");
});

it("shows the highest of the points that share a bar, and keeps to the width", () => {
  const many = Array.from({ length: 500 }, (_, index) => ({ errors: index === 250 ? 9 : 1, warnings: 2 }));
  const [errors = "", warnings = ""] = timelineChart(many, 60).split("\n");
  expect(errors.match(/█/g)).toHaveLength(1);
  expect(Math.max(errors.length, warnings.length)).toBeLessThanOrEqual(60);
});

it("draws an empty line for no commits", () => {
  expect(timelineChart([], 80)).toBe("errors   || 0 (most 0)\nwarnings || 0 (most 0)");
});
