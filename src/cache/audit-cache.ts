import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditReport } from "../core/finding.ts";
import { Footprint, isUnchanged, type FootprintRecord } from "./footprint.ts";
import { sha1 } from "./sha1.ts";

/** The outcome of an audit. */
export interface CachedAudit {
  readonly preset: string;
  readonly report: AuditReport;
}

interface CacheEntry extends FootprintRecord, CachedAudit {}

export interface AuditCacheOptions {
  /** The directory of the cache; it is made when something is written. */
  readonly folder: string;
  /** Everything beside the disk that the outcome depends on: program, options, date. Another key, another entry. */
  readonly key: readonly string[];
  /** What of the key names the entry: there is one for each, whatever the rest of the key says. */
  readonly name: readonly string[];
  /** What only the user knows: an entry that was not signed with it is none. Undefined to keep nothing. */
  readonly secret: string | undefined;
}

/** So many entries are kept, and no larger ones. */
const mostEntries = 50;
const largestEntry = 16 * 1024 * 1024;
const pattern = /^audit-[0-9a-f]{40}\.json$/;

/**
 * Keeps the outcome of audits of a work tree, with what they looked at. An entry is used only when all of that is as it was. It is written whole or not at all,
 * and one that is damaged is none; so it may be deleted at any time, and two processes may use it at once. Never throws.
 */
export class AuditCache {
  readonly footprint = new Footprint();
  readonly #folder: string;
  readonly #path: string;
  readonly #key: string;
  readonly #secret: string | undefined;

  constructor({ folder, key, name, secret }: AuditCacheOptions) {
    this.#secret = secret;
    this.#folder = folder;
    this.#key = sha1().update(JSON.stringify(key)).digest("hex");
    this.#path = join(folder, `audit-${sha1().update(JSON.stringify(name)).digest("hex")}.json`);
  }

  /** What the same audit found when everything was as it is now; undefined when that is not known. */
  read(): CachedAudit | undefined {
    try {
      const { size, uid } = statSync(this.#path);
      if (this.#secret === undefined || size > largestEntry || isForeign(uid)) return undefined;
      const [sum = "", key, payload = ""] = readFileSync(this.#path, "utf8").split("\n");
      if (key !== this.#key || sum !== signature(this.#secret, this.#key, payload)) return undefined;
      const entry = JSON.parse(payload) as CacheEntry;
      return isUnchanged(entry) ? entry : undefined;
    } catch {
      return undefined;
    }
  }

  /** Why nothing could be written; undefined when it was, or when there is nothing that could be used again. */
  write(audit: CachedAudit): string | undefined {
    const record = this.footprint.record();
    if (record === undefined) return undefined;
    if (this.#secret === undefined) return "there is no place for a key of the user";
    const payload = JSON.stringify({ ...record, preset: audit.preset, report: audit.report } satisfies CacheEntry);
    if (payload.length > largestEntry) return undefined;
    const temporary = `${this.#path}.${process.pid}`;
    try {
      mkdirSync(this.#folder, { recursive: true });
      this.#makeRoom();
      writeFileSync(temporary, `${signature(this.#secret, this.#key, payload)}\n${this.#key}\n${payload}`);
      renameSync(temporary, this.#path);
      return undefined;
    } catch (error) {
      discard(temporary);
      return (error as Error).message;
    }
  }

  /** Removes the oldest entries, and what killed processes left behind. */
  #makeRoom(): void {
    const names = readdirSync(this.#folder).filter((name) => name.startsWith("audit-"));
    const entries = names.map((name) => ({
      path: join(this.#folder, name),
      whole: pattern.test(name),
      time: statSync(join(this.#folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }));
    const oldest = entries
      .filter(({ whole }) => whole)
      .sort((one, other) => other.time - one.time)
      .slice(mostEntries - 1);
    const abandoned = entries.filter(({ whole, time }) => !whole && time < Date.now() - 60_000);
    for (const { path } of [...oldest, ...abandoned]) rmSync(path, { force: true });
  }
}

/** Where nothing can be written, there is nothing to remove. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    return;
  }
}

function isForeign(owner: number): boolean {
  return process.getuid !== undefined && owner !== process.getuid();
}

/** The entry also says what was looked at, so that a forged one could stay green for ever. */
function signature(secret: string, key: string, payload: string): string {
  const { createHmac } = process.getBuiltinModule("node:crypto");
  return createHmac("sha256", secret).update(`${key}\n${payload}`).digest("hex");
}
