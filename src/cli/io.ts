/** One of the two output streams. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width in characters, when it is a terminal. */
  readonly columns?: number | undefined;
}

/** All that the command line takes from and gives to the process, so that `main` can be run without one. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All that is written to standard input; absent when nobody writes any. */
  readonly readInput?: (() => Promise<string>) | undefined;
  /** Asks a yes-or-no question in the terminal; undefined when nobody is there to answer. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
}

/** Colour only in a terminal; NO_COLOR and FORCE_COLOR as https://no-color.org and Node have them. */
export function usesColor({ env, stdout }: Pick<Io, "env" | "stdout">, flag: boolean): boolean {
  if (!flag || (env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return stdout.isTTY && env["TERM"] !== "dumb";
}
