import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { AuditCache, type CachedAudit } from "../../../src/cache/audit-cache.ts";
import { lintSnapshot } from "../../../src/api/lint-snapshot.ts";
import { memorySnapshot } from "../../../src/source/memory/memory-snapshot.ts";
import { fuzzTarget } from "../fuzz-target.ts";
import { hostileText } from "../hostile-text.ts";
import { mutate, mutations } from "../mutate-text.ts";
import { seedRepositories } from "../seed-repositories.ts";

/** What somebody made of the files that an audit and its cache look at. */
interface CacheInput {
  readonly files: Readonly<Record<string, string>>;
  /** Changes of the entry. */
  readonly changes: Parameters<typeof mutate>[1];
  /** What .git says, where it is a file. */
  readonly git: string;
}

const line = fc.oneof(
  hostileText,
  fc.constantFrom("{}", "null", "[]", '{"paths":1}', '{"paths":[],"digest":""}', "0".repeat(40)),
);
const git = fc.oneof(
  hostileText,
  hostileText.map((text) => `gitdir: ${text}\n`),
  fc.constantFrom("gitdir: .git\n", "gitdir: .\n", "gitdir: ..\n", "gitdir: /dev\n", ""),
);
const input = fc.record({
  files: fc.constantFrom(...seedRepositories().slice(0, 40)),
  changes: fc.oneof(fc.constant([]), mutations(line)),
  git,
});

/** An entry that is whole gives the very audit that was kept; one that is not gives none. Nothing is thrown, whatever .git says. */
function check({ files, changes, git: said }: CacheInput): void {
  const root = mkdtempSync(join(tmpdir(), "queue-lint-fuzz-"));
  try {
    checkIn(root, { audit: { preset: "recommended", report: lintSnapshot(memorySnapshot(files)) }, changes, said });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function checkIn(
  root: string,
  {
    audit,
    changes,
    said,
  }: { readonly audit: CachedAudit; readonly changes: CacheInput["changes"]; readonly said: string },
): void {
  const [folder, tree] = [join(root, "cache"), join(root, "tree")];
  mkdirSync(tree);
  writeFileSync(join(tree, ".git"), said);
  const options = { folder, key: ["version", "options"], name: ["options"], secret: "s" };
  const cache = new AuditCache(options);
  cache.footprint.existence(join(tree, "missing.md"));
  if (cache.write(audit) !== undefined) throw new Error("nothing was written");
  const entry = join(folder, readdirSync(folder)[0] ?? "");
  const written = readFileSync(entry, "utf8");
  const changed = mutate(written, changes);
  writeFileSync(entry, changed);
  const read = new AuditCache(options).read();
  const expected =
    Buffer.from(changed).toString("utf8") === written ? (JSON.parse(JSON.stringify(audit)) as CachedAudit) : undefined;
  if (!isDeepStrictEqual(read?.report, expected?.report))
    throw new Error(read === undefined ? "a whole entry was not used" : "a damaged entry was used");
  new AuditCache(options).footprint.history(tree);
}

/** The files in which an audit is kept, and the .git that says whether they still hold. */
export const cache = fuzzTarget<CacheInput>({ description: "the cache", input, check });
