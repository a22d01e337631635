import { expect, it } from "vitest";
import { showProgress } from "../../src/cli/progress.ts";

/** What is written on standard error, and a clock that a test sets. */
function terminal({ isTTY = true, term = "xterm" } = {}) {
  const written: string[] = [];
  const clock = { time: 0 };
  const stderr = { isTTY, columns: 20, write: (text: string) => void written.push(text) };
  return { written, clock, progress: showProgress({ stderr, env: { TERM: term } }, () => clock.time) };
}

it("says nothing of what takes less than a second", () => {
  const { written, clock, progress } = terminal();
  progress.step("1 commit");
  clock.time = 999;
  progress.step("2 commits");
  progress.end();
  expect(written).toEqual([]);
});

it("shows one line, not too often and not too long, and takes it away", () => {
  const { written, clock, progress } = terminal();
  for (const [time, words] of [
    [1000, "100 commits"],
    [1050, "105 commits"],
    [1100, "110 commits of a long history"],
  ] as const) {
    clock.time = time;
    progress.step(words);
  }
  progress.end();
  progress.end();
  expect(written).toEqual(["\r\u001B[K100 commits", "\r\u001B[K110 commits of a lo", "\r\u001B[K"]);
});

it.each([{ isTTY: false }, { term: "dumb" }])("shows nothing elsewhere: %o", (where) => {
  const { written, clock, progress } = terminal(where);
  clock.time = 5000;
  progress.step("100 commits");
  progress.end();
  expect(written).toEqual([]);
});
