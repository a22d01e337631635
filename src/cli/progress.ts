import type { Io } from "./io.ts";

/** What a person sees while something takes long: one line on standard error, which is taken away at the end. */
export interface Progress {
  /** Says how far it is: "120 commits". */
  step(words: string): void;
  end(): void;
}

/** What is done sooner needs no progress. In milliseconds. */
const patience = 1000;
const interval = 100;

/** Shows nothing before a second has passed, and never anything where standard error is no terminal. `now` answers milliseconds. */
export function showProgress({ stderr, env }: Pick<Io, "stderr" | "env">, now = () => performance.now()): Progress {
  if (!stderr.isTTY || env["TERM"] === "dumb") return { step: () => undefined, end: () => undefined };
  const start = now();
  let last: number | undefined;
  const line = (words: string): void => stderr.write(`\r\u001B[K${words}`);
  return {
    step(words) {
      const time = now();
      if (time - (last ?? start + patience - interval) < interval) return;
      last = time;
      line(words.slice(0, Math.max((stderr.columns ?? 80) - 1, 0)));
    },
    end() {
      if (last !== undefined) line("");
      last = undefined;
    },
  };
}

/** Runs something that walks through commits, and shows how far it has come. */
export async function withCommitProgress<Result>(
  io: Pick<Io, "stderr" | "env">,
  walk: (onCommit: (date: string, count: number) => void) => Promise<Result>,
): Promise<Result> {
  const progress = showProgress(io);
  try {
    return await walk(
      (date, count) =>
        void progress.step(`${count} ${count === 1 ? "commit" : "commits"} audited, up to ${date.slice(0, 10)}`),
    );
  } finally {
    progress.end();
  }
}
