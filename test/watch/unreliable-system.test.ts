import { watch } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { WatchSystem } from "../../src/source/watch/watch-paths.ts";
import { changes, changingRepository } from "../cache/changing-repository.ts";
import { isolateGit } from "../source/git-repository.ts";
import { watched } from "./watched.ts";

isolateGit();

/** Of the events that come within 40 ms it tells the first, twice, and the second time 120 ms late. */
function unreliable(watchesRoot: boolean): WatchSystem {
  let last = 0;
  return {
    watchesRoot,
    watch: (directory, options, listener) =>
      watch(directory, options, (kind, child) => {
        const now = Date.now();
        const isLost = now - last < 40;
        last = now;
        if (isLost) return;
        listener(kind, child);
        void setTimeout(120).then(() => void listener(kind, child));
      }),
  };
}

describe.each([
  ["one watch of the root", true],
  ["a watch of each directory", false],
])("%s that loses, doubles and delays events", (_, watchesRoot) => {
  it("ends with the audit of the tree", async () => {
    const repository = changingRepository();
    const { settle, failures } = await watched(repository, unreliable(watchesRoot));
    for (const [name, change] of Object.entries(changes)) {
      change(repository);
      await settle().catch((error: unknown) => {
        throw new Error(`after ${name}`, { cause: error });
      });
      await setTimeout(60);
    }
    expect(failures).toEqual([]);
  }, 90_000);
});

it("is quiet when nothing was lost", async () => {
  const repository = changingRepository();
  const { settle, reports } = await watched(repository);
  repository.write({ "docs/product/roadmap.md": "# Roadmap\n\n## Later\n\n- Crane plan\n" });
  await settle();
  await setTimeout(400);
  const count = reports.length;
  await setTimeout(700);
  expect(reports.length).toBe(count);
});
