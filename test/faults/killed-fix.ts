import { expect, it } from "vitest";
import { callsOf, filesOf, runFaulty, type Ended, type Fault } from "./faults.ts";
import { documents, wrongRepository } from "./repository.ts";

export const beforeFix = Object.fromEntries(documents.map(({ path, before }) => [path, before]));
export const afterFix = Object.fromEntries(documents.map(({ path, after }) => [path, after]));
const step: Fault = { call: "writeFile|copyFile|rename|rm", path: "docs/product/" };
/** All that `--fix` does to the disk, for three documents. */
const expectedCalls = [
  ...Array.from({ length: 3 }, () => ["writeFile", "copyFile"]).flat(),
  ...Array.from({ length: 3 }, () => "rename"),
  ...Array.from({ length: 3 }, () => "rm"),
];

/** The planning documents and whatever is beside them. */
export function planning(root: string): Record<string, string> {
  return Object.fromEntries(Object.entries(filesOf(root)).filter(([path]) => path.startsWith("docs/")));
}

const fix = (root: string, ...faults: readonly Fault[]): Promise<Ended> => runFaulty(["--fix"], { cwd: root, faults });

/** Kills the process in place of some of its calls, which `chosen` names by their place among all, from 0. */
export function itSurvivesKills(which: string, chosen: (calls: readonly string[]) => Iterable<number>): void {
  it(`leaves every file whole, and the next --fix does the rest: ${which}`, async () => {
    const calls = await callsOf(["--fix"], { cwd: wrongRepository(), fault: step });
    const names = calls.map((call) => call.split(" ")[0] ?? "");
    expect(names).toEqual(expectedCalls);
    for (const nth of chosen(names)) await survives(nth);
  });
}

async function survives(nth: number): Promise<void> {
  const root = wrongRepository();
  const killed = await fix(root, { ...step, nth: nth + 1, kill: true });
  expect({ nth, ...killed }).toEqual({ nth, status: "SIGKILL", out: "", err: "" });
  const left = planning(root);
  for (const { path, before, after } of documents) expect([before, after]).toContain(left[path]);
  const changed = documents.filter(({ path, after }) => left[path] === after).length;
  expect(changed).toBe(Math.max(0, Math.min(3, nth - 6)));
  const next = await fix(root);
  expect({ nth, status: next.status, said: next.err.split("\n").length }).toEqual({
    nth,
    status: 0,
    said: 2 + (changed > 0 && changed < 3 ? 1 : 0),
  });
  expect(planning(root)).toEqual(afterFix);
}
