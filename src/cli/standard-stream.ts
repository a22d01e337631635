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

/**
 * Files and pipes are written at once and to the last byte: on a disk that is nearly full a write puts down what there is room for, and Node's stream
 * leaves it at that. Terminals, and pipes that take no more for now, are left to that stream.
 */
export function standardStream({ fd, stream, failed }: StandardStream): Output {
  const opened = (): ReturnType<typeof stream> => stream().on("error", failed);
  let open = isWrittenAtOnce(fd) ? undefined : opened();
  return {
    isTTY: open?.isTTY ?? false,
    columns: open?.columns,
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

function isWrittenAtOnce(fd: number): boolean {
  // Pipes of Windows have ways of their own.
  if (process.platform === "win32") return false;
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
