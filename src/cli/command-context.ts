import type { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";

/** What a command gets: the streams, and a way to say how it ended. */
export interface CommandContext {
  readonly io: Io;
  readonly end: (code: ExitCode) => void;
}
