import { fstatSync, statSync, writeSync, type Stats } from "node:fs";
import type { Writable } from "node:stream";
import type { Output } from "./io.ts";

/** Standard output or error of the process. */
export interface StandardStream {
  /** Its file descriptor. */
  readonly fd: number;
  /** Node's stream of it. Loading what it takes is a tenth of the start, so that it is asked for only where it is needed. */
  readonly stream: () => Writable & Partial<Pick<NodeJS.WriteStream, "isTTY" | "columns">>;
  /** Is told when it cannot be written; never throws. */
  readonly failed: (error: NodeJS.ErrnoException) => void;
}

/** An output of which is known what became of it. */
export interface WrittenOutput extends Output {
  /** Whether the system has all of it. */
  readonly isWritten: () => boolean;
}

/**
 * All but terminals is written at once and to the last byte: on a disk that is nearly full a write puts down what there is room for, and Node's stream
 * leaves it at that. What a pipe does not take for now is left to that stream.
 */
export function standardStream({ fd, stream, failed }: StandardStream): WrittenOutput {
  const opened = (): ReturnType<typeof stream> => stream().on("error", failed);
  let open = isNoTerminal(fd) || stream().isTTY !== true ? undefined : opened();
  return {
    isTTY: open !== undefined,
    columns: open?.columns,
    isWritten: () => open === undefined || (open.isTTY === true && open.writableLength === 0),
    write(text) {
      if (open !== undefined) return void open.write(text);
      const bytes = Buffer.from(text);
      let at = 0;
      try {
        while (at < bytes.length) at += writeSync(fd, bytes, at);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return failed(error as NodeJS.ErrnoException);
        open = opened();
        open.write(bytes.subarray(at));
      }
    },
  };
}

/** Whether it is known without the stream that it is none. */
function isNoTerminal(fd: number): boolean {
  try {
    const status = fstatSync(fd);
    return status.isFile() || status.isFIFO() || status.isSocket() || isNullDevice(status);
  } catch {
    return false;
  }
}

/** Hooks send there what they only ask the exit status of. */
function isNullDevice(status: Stats): boolean {
  return status.isCharacterDevice() && status.rdev === statSync("/dev/null").rdev;
}
