import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";

/** What Node does for each module; no part of its types. */
interface Compiler {
  _compile(this: NodeModule, code: string, file: string): unknown;
}

/** The chunk with the one `import()` that is left in the program: code that was kept cannot do that any more. */
const importing = "import-module-";

/** Which functions of a chunk are needed depends on the run. So many runs add theirs to what is kept; then it is not written any more. */
const mostRuns = 3;

interface Compiled {
  readonly script: Script;
  /** Where its code is kept. */
  readonly file: string;
  /** How many runs will have had a part in it. */
  readonly runs: number;
}

/**
 * Keeps what V8 compiled of the program in a folder, so that the next start need not compile it again. That is the folder of the program itself and never one of the
 * linted repository: compiled code is trusted as much as the code is, and whoever may write there can change the program anyway. Nothing is lost where
 * it cannot be written, and nothing is written with `CI` set, where a program seldom starts twice.
 */
export function keepCompiledCode(chunks: string, environment: Readonly<Record<string, string | undefined>>): void {
  const folder = join(chunks, "compiled", `${process.version}-${process.arch}`);
  const writes = ["", "0", "false"].includes(environment["CI"] ?? "");
  // Node 22.1 and later do it themselves.
  const { enableCompileCache } = Module as { enableCompileCache?: (folder: string) => unknown };
  if (enableCompileCache !== undefined) {
    if (writes) enableCompileCache(folder);
    return;
  }
  const fresh: Compiled[] = [];
  const compiler = Module.prototype as unknown as Compiler;
  const compile = compiler._compile;
  compiler._compile = function (code, file) {
    if (dirname(file) !== chunks || basename(file).startsWith(importing)) return compile.call(this, code, file);
    const one = compiled(code, file, folder);
    if (one.runs <= mostRuns) fresh.push(one);
    const { script } = one;
    const run = script.runInThisContext() as (...names: unknown[]) => unknown;
    // Chunks only call it.
    return run.call(this.exports, this.exports, (id: string): unknown => this.require(id), this, file, chunks);
  };
  // Only then it is known which functions a run needs.
  if (writes) process.once("exit", () => write(fresh, folder));
}

/** A module as a script. The names of chunks hold a hash of what is in them, so the name is enough to know the code again. */
function compiled(code: string, file: string, folder: string): Compiled {
  const kept = join(folder, `${basename(file)}.bin`);
  const { data, runs } = sound(kept) ?? { data: undefined, runs: 0 };
  const script = new Script(Module.wrap(code), { filename: file, ...(data === undefined ? {} : { cachedData: data }) });
  return { script, file: kept, runs: script.cachedDataRejected === true ? 1 : runs + 1 };
}

/** V8 refuses code of another version, but does not see when a byte is wrong: so the code stands there twice, which is compared faster than any sum is computed. */
function sound(file: string): { readonly data: Buffer; readonly runs: number } | undefined {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(0, bytes.length >> 1);
    return data.length > 0 && data.equals(bytes.subarray(data.length, -1)) ? { data, runs: bytes.at(-1) ?? 0 } : undefined;
  } catch {
    return undefined;
  }
}

/** Never throws: it is no part of what was asked for. */
function write(fresh: readonly Compiled[], folder: string): void {
  for (const { script, file, runs } of fresh) {
    const part = `${file}.${process.pid}`;
    try {
      mkdirSync(folder, { recursive: true });
      const data = script.createCachedData();
      writeFileSync(part, Buffer.concat([data, data, Buffer.from([runs])]));
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
