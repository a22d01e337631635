import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";

/** The class of all modules, with what Node does for each: no part of its types. */
interface ModuleClass {
  readonly prototype: { _compile(this: NodeModule, code: string, file: string): unknown };
}

/** The chunk with the one `import()` that is left in the program: code that was kept cannot do that any more. */
const importing = "import-module-";

/**
 * Which functions of a chunk are needed depends on the command, its flags and what it finds. Runs of so many kinds, and so many of each kind, add theirs to
 * what is kept; then it is not written any more.
 */
const kinds = 64;
const mostRuns = 3;

interface CompiledScript {
  readonly script: Script;
  /** Where its code is kept. */
  readonly file: string;
  /** How many runs of each kind have had a part in it, one byte for each kind. */
  readonly runs: Buffer;
}

/**
 * Keeps what V8 compiled of the program in a folder, so that the next start need not compile it again. That is the folder of the program itself and never one of the
 * linted repository: compiled code is trusted as much as the code is, and whoever may write there can change the program anyway. Nothing is lost where
 * it cannot be written, and nothing is written or read with `CI` set, where a program seldom starts twice.
 */
export function keepCompiledCode(chunks: string, { env, argv }: Pick<NodeJS.Process, "env" | "argv">): void {
  const folder = join(
    chunks,
    "compiled",
    `${process.version}-${process.platform}-${process.arch}-${process.versions.v8}`,
  );
  // What is never written there is not read either: somebody else would have.
  if (!["", "0", "false"].includes(env["CI"] ?? "")) return;
  if (Number.parseInt(process.versions.node) >= 22) {
    enableCompileCache(folder);
    return;
  }
  // `node:module` has the same class, and loads so much else that it takes a twentieth of the start.
  const prototype = (require.main?.constructor as unknown as ModuleClass | undefined)?.prototype;
  if (prototype === undefined) return;
  const fresh: CompiledScript[] = [];
  const compile = prototype._compile;
  prototype._compile = function (code, file) {
    if (dirname(file) !== chunks || basename(file).startsWith(importing)) return compile.call(this, code, file);
    const one = compiled(code, file, folder);
    fresh.push(one);
    const { script } = one;
    const run = script.runInThisContext() as (...names: unknown[]) => unknown;
    // Chunks only call it.
    return run.call(this.exports, this.exports, (id: string): unknown => this.require(id), this, file, chunks);
  };
  // Only then it is known which functions a run needs.
  process.once("exit", () => write(fresh, folder, kindOf(argv.slice(2))));
}

/** The kind of a run, as a number below `kinds`: runs with the same command and the same flags are of one kind. */
function kindOf([command = "", ...rest]: readonly string[]): number {
  const words = [command, ...rest.filter((word) => word.startsWith("-"))].map((word) => word.replace(/=.*/s, ""));
  return (
    [...words.join(" ")].reduce((sum, character) => (31 * sum + (character.codePointAt(0) ?? 0)) % 65_521, 0) % kinds
  );
}

/** Node 22.1 and later do it themselves. */
function enableCompileCache(folder: string): void {
  const { enableCompileCache: enable } = process.getBuiltinModule("node:module") as {
    enableCompileCache?: (folder: string) => unknown;
  };
  enable?.(folder);
}

/** A module as a script. The names of chunks hold a hash of what is in them, so the name is enough to know the code again. */
function compiled(code: string, file: string, folder: string): CompiledScript {
  const kept = join(folder, `${basename(file)}.bin`);
  const { data, runs } = sound(kept) ?? { data: undefined, runs: Buffer.alloc(kinds) };
  const wrapped = `(function (exports, require, module, __filename, __dirname) { ${code}\n});`;
  const script = new Script(wrapped, { filename: file, ...(data === undefined ? {} : { cachedData: data }) });
  return { script, file: kept, runs: script.cachedDataRejected === true ? Buffer.alloc(kinds) : runs };
}

/** V8 refuses code of another version, but does not see when a byte is wrong: so the code is there twice, which is compared faster than any sum is computed. */
function sound(file: string): { readonly data: Buffer; readonly runs: Buffer } | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.length - kinds;
    const data = bytes.subarray(0, end / 2);
    return end > 0 && data.equals(bytes.subarray(end / 2, end)) ? { data, runs: bytes.subarray(end) } : undefined;
  } catch {
    return undefined;
  }
}

/** Never throws: it is not a part of what was asked for. */
function write(fresh: readonly CompiledScript[], folder: string, kind: number): void {
  for (const { script, file, runs } of fresh) {
    const before = runs[kind] ?? 0;
    if (before >= mostRuns) continue;
    const part = `${file}.${process.pid}`;
    try {
      mkdirSync(folder, { recursive: true });
      const data = script.createCachedData();
      writeFileSync(part, Buffer.concat([data, data, runs.fill(before + 1, kind, kind + 1)]));
      renameSync(part, file);
    } catch {
      remove(part);
      return;
    }
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It could not be written either.
  }
}
