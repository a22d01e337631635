import { spawn, type StdioOptions } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { program } from "../cli/program.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

/** One fault, as `preload-faults.mjs` describes it. */
export interface Fault {
  readonly call: string;
  readonly path?: string;
  readonly nth?: number;
  readonly error?: string;
  readonly kill?: true;
  readonly shell?: string;
}

export interface Faulty {
  readonly cwd: string;
  readonly faults?: readonly Fault[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdio?: StdioOptions;
}

export interface Ended {
  /** The exit status, or the signal that ended the process. */
  readonly status: number | NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

const preload = pathToFileURL(join(import.meta.dirname, "preload-faults.mjs")).href;

/** Runs the bundled program with faults. */
export async function runFaulty(
  argv: readonly string[],
  { cwd, faults = [], env = {}, stdio }: Faulty,
): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", preload, program(), ...argv], {
    cwd,
    stdio: stdio ?? ["ignore", "pipe", "pipe"],
    env: { ...plainEnvironment(), QUEUE_LINT_FAULTS: JSON.stringify(faults), ...env },
  });
  const ended = new Promise<Ended["status"]>((resolve) =>
    child.once("close", (status, signal) => resolve(signal ?? status)),
  );
  const [out, err, status] = await Promise.all([
    child.stdout === null ? "" : text(child.stdout),
    child.stderr === null ? "" : text(child.stderr),
    ended,
  ]);
  return { status, out, err };
}

/** The calls, in order, that a fault would count: as many are there to strike at. */
export async function callsOf(
  argv: readonly string[],
  { cwd, fault }: { readonly cwd: string; readonly fault: Fault },
): Promise<string[]> {
  const log = join(temporaryDirectory(), "calls");
  await runFaulty(argv, { cwd, faults: [{ ...fault, nth: -1 }], env: { QUEUE_LINT_FAULTS_LOG: log } });
  return existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n") : [];
}

/** Runs a command of bash in which `queue-lint` is the bundled program. */
export async function shell(command: string, cwd: string): Promise<Ended> {
  const child = spawn("bash", ["-c", `queue-lint() { "${process.execPath}" "${program()}" "$@"; }\n${command}`], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: plainEnvironment(),
  });
  const ended = new Promise<Ended["status"]>((resolve) =>
    child.once("close", (status, signal) => resolve(signal ?? status)),
  );
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, out, err };
}

/** Every file below a directory with its text; git's own are left out. */
export function filesOf(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => !/^\.git(?:\/|$)/.test(path))
    .sort();
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(root, path)).isFile())
      .map((path) => [path, readFileSync(join(root, path), "utf8")]),
  );
}

/** Neither the variables of a runner nor those of a debugger belong to these tests; as in CI, nothing is kept in a cache unless a test asks for one. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(
      Object.entries(process.env).filter(
        ([name]) => !/^(?:CI|GITHUB_.*|NODE_OPTIONS|FORCE_COLOR|NODE_EXTRA_CA_CERTS|VITEST.*)$/.test(name),
      ),
    ),
    NO_COLOR: "1",
    CI: "true",
  };
}
