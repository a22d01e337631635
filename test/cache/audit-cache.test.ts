import fc from "fast-check";
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { AuditCache } from "../../src/cache/audit-cache.ts";
import type { AuditReport } from "../../src/core/finding.ts";
import { lint } from "../../src/lint.ts";
import { isolateGit, type Repository } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { changes, changingRepository } from "./changing-repository.ts";

isolateGit();

const today = "2026-11-23";
/** Longer than the steps of the clock of a file system. */
const aMoment = 30;

/** An audit as the command line makes it. */
async function audited(
  repository: Repository,
  folder: string,
  key = "a",
): Promise<{ report: AuditReport; cached: boolean }> {
  const cache = new AuditCache({ folder, key: [key], name: ["name"], secret: "s" });
  const known = cache.read();
  if (known !== undefined) return { report: known.report, cached: true };
  const report = await lint({ root: repository.root, today, observer: cache.footprint });
  expect(cache.write({ preset: "recommended", report })).toBeUndefined();
  return { report, cached: false };
}

const fresh = (repository: Repository): Promise<AuditReport> => lint({ root: repository.root, today });
const plain = (report: AuditReport): unknown => JSON.parse(JSON.stringify(report));

async function settled(repository: Repository): Promise<string> {
  const folder = temporaryDirectory();
  await setTimeout(aMoment);
  await audited(repository, folder);
  expect((await audited(repository, folder)).cached).toBe(true);
  return folder;
}

describe("a cached audit", () => {
  it.each(Object.entries(changes))("finds what an audit finds after %s", async (_, change) => {
    const repository = changingRepository();
    const folder = await settled(repository);
    change(repository);
    expect(plain((await audited(repository, folder)).report)).toEqual(plain(await fresh(repository)));
  });

  it("finds what an audit finds after any of them, one after the other", async () => {
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(changes)), { minLength: 3, maxLength: 6 }),
        async (names) => {
          const repository = changingRepository();
          const folder = temporaryDirectory();
          for (const name of names) {
            changes[name]?.(repository);
            if (name.length % 2 === 0) await setTimeout(aMoment);
            for (const again of [0, 1]) {
              const { report, cached } = await audited(repository, folder);
              hits += cached ? 1 : 0;
              expect(plain(report), `${name}, ${again}`).toEqual(plain(await fresh(repository)));
            }
          }
        },
      ),
      { numRuns: 2 },
    );
    expect(hits).toBeGreaterThan(3);
  }, 60_000);

  it("is not kept when a file changed just now: it may change again without its time changing", async () => {
    const repository = changingRepository();
    const folder = temporaryDirectory();
    await setTimeout(aMoment);
    const path = join(repository.root, "docs/product/roadmap.md");
    const cache = new AuditCache({ folder, key: ["a"], name: ["name"], secret: "s" });
    writeFileSync(path, "# Roadmap\n");
    cache.footprint.path(path);
    expect(cache.footprint.record()).toBeUndefined();
    expect(cache.write({ preset: "recommended", report: await fresh(repository) })).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("sees a file of the same size and time", async () => {
    const repository = changingRepository();
    const path = join(repository.root, "specs/001-berth-map/tasks.md");
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    const folder = await settled(repository);
    writeFileSync(path, "- [ ] T001 draw\n");
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    expect((await audited(repository, folder)).cached).toBe(false);
  });

  it("belongs to its key", async () => {
    const repository = changingRepository();
    const folder = await settled(repository);
    expect((await audited(repository, folder, "b")).cached).toBe(false);
  });

  it.each([
    ["cut off", (text: string): string => text.slice(0, -10)],
    ["empty", (): string => ""],
    ["of something else", (): string => "{}"],
    ["changed by hand", (text: string): string => text.replace('"version":1', '"version":2')],
    ["binary", (): string => "\0\u{FFFD}\n\n\n"],
  ])("is ignored, and written anew, when the entry is %s", async (_, damage) => {
    const repository = changingRepository();
    const folder = await settled(repository);
    const [name = ""] = readdirSync(folder);
    writeFileSync(join(folder, name), damage(readFileSync(join(folder, name), "utf8")));
    const { report, cached } = await audited(repository, folder);
    expect(cached).toBe(false);
    expect(plain(report)).toEqual(plain(await fresh(repository)));
    expect((await audited(repository, folder)).cached).toBe(true);
  });

  it("may be deleted at any time", async () => {
    const repository = changingRepository();
    const folder = await settled(repository);
    rmSync(folder, { recursive: true });
    expect((await audited(repository, folder)).cached).toBe(false);
    expect((await audited(repository, folder)).cached).toBe(true);
  });

  it("keeps few entries, and nothing of killed processes", async () => {
    const repository = changingRepository();
    const folder = temporaryDirectory();
    const old = join(folder, `audit-${"f".repeat(40)}.json.123`);
    writeFileSync(old, "half");
    utimesSync(old, 1_700_000_000, 1_700_000_000);
    writeFileSync(join(folder, "server-answers.json"), "{}");
    await setTimeout(aMoment);
    const report = await fresh(repository);
    for (let index = 0; index < 55; index += 1)
      new AuditCache({ folder, key: [], name: [String(index)], secret: "s" }).write({ preset: "recommended", report });
    expect(readdirSync(folder).filter((name) => name.startsWith("audit-"))).toHaveLength(50);
    expect(readdirSync(folder).filter((name) => name.endsWith(".123"))).toEqual([]);
    expect(readdirSync(folder)).toContain("server-answers.json");
  });

  it("says why it cannot be written, and leaves nothing", async () => {
    const repository = changingRepository();
    const folder = join(temporaryDirectory(), "file");
    writeFileSync(folder, "");
    const cache = new AuditCache({ folder, key: [], name: [], secret: "s" });
    expect(cache.write({ preset: "recommended", report: await fresh(repository) })).toMatch(/EEXIST|ENOTDIR/);
    expect(cache.read()).toBeUndefined();
  });
});

it("uses no entry that somebody else signed, whatever it says it looked at, and keeps nothing without a secret", () => {
  const folder = temporaryDirectory();
  const options = { folder, key: ["a"], name: ["name"] };
  const forged = new AuditCache({ ...options, secret: "of another user" });
  const green = { findings: [], summary: {} } as unknown as AuditReport;
  forged.footprint.existence(join(folder, "nothing"));
  expect(forged.write({ preset: "recommended", report: green })).toBeUndefined();
  expect(new AuditCache({ ...options, secret: "of another user" }).read()?.report).toEqual(green);
  expect(new AuditCache({ ...options, secret: "of the user" }).read()).toBeUndefined();
  expect(new AuditCache({ ...options, secret: undefined }).read()).toBeUndefined();
});
