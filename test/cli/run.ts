import { main } from "../../src/cli/main.ts";
import type { Io } from "../../src/cli/io.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line without a process. */
export async function run(argv: readonly string[], over: Partial<Io> & { readonly tty?: boolean } = {}): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await main(argv, {
    cwd: "/",
    env: {},
    stdout: { write: (text) => void (out += text), isTTY: over.tty === true },
    stderr: { write: (text) => void (err += text), isTTY: false },
    confirm: undefined,
    ...over,
  });
  return { code, out, err };
}
