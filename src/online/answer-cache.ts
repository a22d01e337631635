import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

/** The fields of an issue that the audit needs; a list of them for a page. A cache file that has them otherwise is not used. */
export const issueSchema = z.object({
  number: z.int(),
  title: z.string(),
  state: z.enum(["open", "closed"]),
  /** Present for pull requests only. Old servers leave out when it was merged. */
  pull_request: z.object({ merged_at: z.string().nullish() }).optional(),
});
export type Issue = z.output<typeof issueSchema>;

const entrySchema = z.object({ etag: z.string(), issues: z.array(issueSchema) });
const fileSchema = z.object({ version: z.literal(1), answers: z.record(z.string(), entrySchema) });
export type CachedAnswer = z.output<typeof entrySchema>;

/** More are forgotten, the longest unused first. */
const mostAnswers = 2_000;

/** Answers of earlier runs with the tags by which a server says that they still hold. By address; in memory alone without a path. */
export class AnswerCache {
  readonly #path: string | undefined;
  readonly #answers: Map<string, CachedAnswer>;
  #changed = false;

  constructor(path: string | undefined) {
    this.#path = path;
    this.#answers = new Map(path === undefined ? [] : Object.entries(readAnswers(path)));
  }

  get(address: string): CachedAnswer | undefined {
    const found = this.#answers.get(address);
    // What is used goes to the end, where it is forgotten last.
    if (found !== undefined && this.#answers.delete(address)) this.#answers.set(address, found);
    return found;
  }

  set(address: string, answer: CachedAnswer): void {
    this.#answers.delete(address);
    this.#answers.set(address, answer);
    this.#changed = true;
  }

  /** Writes the file whole or not at all. A cache that cannot be written only costs time, and fails nothing. */
  save(): void {
    if (this.#path === undefined || !this.#changed) return;
    const neighbour = `${this.#path}.${crypto.randomUUID()}.tmp`;
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      removeAbandoned(this.#path);
      // Titles may be those of a private repository.
      writeFileSync(
        neighbour,
        JSON.stringify({ version: 1, answers: Object.fromEntries([...this.#answers].slice(-mostAnswers)) }),
        { mode: 0o600, flag: "wx" },
      );
      renameSync(neighbour, this.#path);
    } catch {
      removeFile(neighbour);
    }
  }
}

/** No run takes this long to write the file, in milliseconds. */
const longestWrite = 60_000;

/** Removes what killed processes left: it may hold titles of a private repository. */
function removeAbandoned(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`) || !name.endsWith(".tmp")) continue;
    const neighbour = join(dirname(path), name);
    const stats = statSync(neighbour, { throwIfNoEntry: false });
    if (stats !== undefined && stats.mtimeMs < Date.now() - longestWrite) removeFile(neighbour);
  }
}

/** Where nothing can be written there may be nothing to remove either. */
function removeFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    return;
  }
}

/** Nothing when the file is missing, damaged, or of another version. */
function readAnswers(path: string): Readonly<Record<string, CachedAnswer>> {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return parsed.success ? parsed.data.answers : {};
  } catch {
    return {};
  }
}
