import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { callsOf, runFaulty, type Fault } from "./faults.ts";
import { unspecced, wrongRepository } from "./repository.ts";

/** Longer than the steps of the clock of a file system: what changed just now is not kept. */
const aMoment = 40;
const kept = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);
const entries = (folder: string): string[] => kept(folder).filter((name) => /^audit-[0-9a-f]{40}\.json$/.test(name));

describe("a process that is killed while it writes the cache", () => {
  it("leaves nothing that a later run uses, at whichever call it happens", async () => {
    const root = wrongRepository(unspecced);
    const place = temporaryDirectory();
    await setTimeout(aMoment);
    const argv = (name: string): string[] => ["--cache-location", join(place, name)];
    const fault = (name: string): Fault => ({ call: "write", path: join(place, name) });
    const truth = await runFaulty(["--no-cache"], { cwd: root });
    expect(truth.status).toBe(1);
    const calls = await callsOf(argv("first"), { cwd: root, fault: fault("first") });
    expect(calls.map((call) => call.split(" ", 1)[0])).toEqual(["mkdirSync", "writeFileSync", "renameSync"]);
    for (const nth of calls.keys()) {
      const name = `killed-${nth}`;
      expect(
        (await runFaulty(argv(name), { cwd: root, faults: [{ ...fault(name), nth: nth + 1, kill: true }] })).status,
      ).toBe("SIGKILL");
      expect([nth, entries(join(place, name))]).toEqual([nth, []]);
      const left = kept(join(place, name));
      expect(await runFaulty(argv(name), { cwd: root })).toEqual(truth);
      // Half an entry of a process that may be alive is left for a minute; nobody reads it.
      const [entry = "", ...more] = entries(join(place, name));
      expect([more, kept(join(place, name)).filter((one) => one !== entry)]).toEqual([[], left]);
      const text = readFileSync(join(place, name, entry), "utf8");
      expect(await runFaulty(argv(name), { cwd: root })).toEqual(truth);
      expect(readFileSync(join(place, name, entry), "utf8")).toBe(text);
    }
  });

  it("loses no older entry", async () => {
    const root = wrongRepository(unspecced);
    const folder = join(temporaryDirectory(), "cache");
    await setTimeout(aMoment);
    const argv = ["--cache-location", folder];
    await runFaulty(argv, { cwd: root });
    const [entry = ""] = entries(folder);
    const before = readFileSync(join(folder, entry), "utf8");
    // Another option that shows in the name of the entry: a second one is begun beside the first.
    expect(
      (
        await runFaulty([...argv, "--preset", "strict"], {
          cwd: root,
          faults: [{ call: "renameSync", path: folder, kill: true }],
        })
      ).status,
    ).toBe("SIGKILL");
    expect([entries(folder), readFileSync(join(folder, entry), "utf8")]).toEqual([[entry], before]);
  });
});
