import fc from "fast-check";
import { UsageError } from "../../../src/core/errors.ts";
import { parseBlobs } from "../../../src/source/git/parse-blobs.ts";
import { parseCommitLog } from "../../../src/source/git/parse-commit-log.ts";
import { parseGitFiles } from "../../../src/source/git/parse-git-files.ts";
import { fuzzTarget } from "../fuzz-target.ts";
import { hostileText } from "../hostile-text.ts";
import { mutate, mutations } from "../mutate-text.ts";

type Command = keyof typeof readers;

/** An answer of git, as it prints it or torn. `records` is how many it holds; undefined when it was torn. */
interface GitOutput {
  readonly command: Command;
  readonly output: string;
  readonly records: number | undefined;
}

const id = fc.oneof(fc.stringMatching(/^[0-9a-f]{40}$/), fc.stringMatching(/^[0-9a-f]{64}$/));
/** Neither NUL nor half a character comes out of git; everything else may. */
const words = hostileText.map((text) => Buffer.from(text.replaceAll("\0", "")).toString("utf8"));
const path = words.map((text) => `specs/${text}`);
const mode = fc.constantFrom("100644", "100755", "120000", "160000");
const kind = fc.constantFrom("blob", "commit");

const tree = fc.tuple(mode, kind, id, path).map(([bits, type, name, at]) => `${bits} ${type} ${name}\t${at}\0`);
const index = fc
  .tuple(mode, id, fc.constantFrom("0", "1", "2", "3"), path)
  .map(([bits, name, stage, at]) => `${bits} ${name} ${stage}\t${at}\0`);
const blob = fc
  .tuple(id, fc.option(words))
  .map(([name, text]) => (text === null ? `${name} missing\n` : `${name} blob ${Buffer.byteLength(text)}\n${text}\n`));
const change = fc
  .tuple(mode, id, id, fc.constantFrom("A", "D", "M", "T", "R100", "C075"), path, path)
  .map(
    ([bits, old, name, status, from, to]) =>
      `:${bits} ${bits} ${old} ${name} ${status}\0${from}\0${/^[RC]/.test(status) ? `${to}\0` : ""}`,
  );
const commit = fc
  .tuple(
    id,
    fc.array(id, { maxLength: 2 }),
    words.map((text) => text.replaceAll("\n", " ")),
    fc.array(change, { maxLength: 4 }),
  )
  .map(
    ([name, parents, subject, changes]) =>
      `\u0001${name}\0${parents.join(" ")}\u00002026-01-02T03:04:05+01:00\0Ann\0${subject}\0\n${changes.join("")}`,
  );

const readers = {
  "ls-tree": (output: Buffer) => parseGitFiles(output).map((file) => [file.path, file.id]),
  "ls-files": (output: Buffer) => parseGitFiles(output).map((file) => [file.path, file.id]),
  "cat-file": (output: Buffer) =>
    [...parseBlobs(output)].map(([name, result]) => [result.ok ? "text" : result.reason, name]),
  log: (output: Buffer) => parseCommitLog(output).map((one) => [one.date, one.id]),
};

function outputs(command: Command, record: fc.Arbitrary<string>): fc.Arbitrary<GitOutput> {
  const whole = fc.array(record, { maxLength: 6 });
  const torn = fc
    .tuple(
      whole.map((records) => records.join("")),
      mutations(record),
    )
    .map(([text, changes]) => ({ command, output: mutate(text, changes), records: undefined }));
  return fc.oneof(
    whole.map((records) => ({ command, output: records.join(""), records: records.length })),
    torn,
  );
}

/** An answer is read to its last record, or refused: nothing of it is left out in silence, and nothing is made up. */
function check({ command, output, records }: GitOutput): void {
  const read = outcome(command, Buffer.from(output));
  if (read instanceof UsageError) {
    if (records !== undefined) throw new Error(`refused: ${read.message}`);
    return;
  }
  // Two blobs of one name are one.
  if (records !== undefined && read.length !== records && command !== "cat-file")
    throw new Error(`read ${read.length} records of ${records}`);
  if (read.some(([first, name]) => first === "" || !/^[0-9a-f]{40,64}$/.test(name ?? "")))
    throw new Error("made up a record without a name");
}

function outcome(command: Command, output: Buffer): readonly (readonly string[])[] | UsageError {
  try {
    return readers[command](output);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

/** What git prints about files, commits and contents. */
export const git = fuzzTarget<GitOutput>({
  description: "the output of git",
  input: fc.oneof(
    outputs("ls-tree", tree),
    outputs("ls-files", index),
    outputs("cat-file", blob),
    outputs("log", commit),
  ),
  check,
});
