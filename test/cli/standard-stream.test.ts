import { execFileSync } from "node:child_process";
import { closeSync, constants, openSync, readFileSync, readSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { standardStream } from "../../src/cli/standard-stream.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

const noStream = (): never => {
  throw new Error("nothing needs Node's stream here");
};
const noFailure = (error: Error): never => {
  throw error;
};

function opened(path: string, flags: string | number): number {
  const fd = openSync(path, flags);
  onTestFinished(() => {
    try {
      closeSync(fd);
    } catch {
      // The test has closed it.
    }
  });
  return fd;
}

describe.skipIf(process.platform === "win32")("a standard stream (needs POSIX)", () => {
  it("writes a file to its last byte, after what stands there, and is no terminal", () => {
    const root = temporaryDirectory({ log: "before\n" });
    const stream = standardStream({ fd: opened(join(root, "log"), "a"), stream: noStream, failed: noFailure });
    expect(stream).toMatchObject({ isTTY: false, columns: undefined });
    expect(stream.isWritten()).toBe(true);
    stream.write("größer\n");
    stream.write("");
    stream.write("x".repeat(300_000));
    expect(readFileSync(join(root, "log"), "utf8")).toBe(`before\ngrößer\n${"x".repeat(300_000)}`);
  });

  it("needs no stream for what is thrown away", () => {
    expect(() =>
      standardStream({ fd: opened("/dev/null", "w"), stream: noStream, failed: noFailure }).write("nobody reads this"),
    ).not.toThrow();
  });

  it("says when a file cannot be written, each time, and throws nothing", () => {
    const codes: (string | undefined)[] = [];
    const fd = opened(join(temporaryDirectory({ log: "" }), "log"), "r");
    const stream = standardStream({ fd, stream: noStream, failed: ({ code }) => codes.push(code) });
    stream.write("one");
    stream.write("two");
    expect(codes).toEqual(["EBADF", "EBADF"]);
  });

  it("leaves to Node's stream what a full pipe does not take at once, in order and whole", async () => {
    const pipe = join(temporaryDirectory(), "pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = opened(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    const fd = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
    let socket: Socket | undefined;
    const stream = standardStream({
      fd,
      stream: () => (socket ??= new Socket({ fd, readable: false, writable: true })),
      failed: noFailure,
    });
    const text = Array.from({ length: 40_000 }, (_, index) => `line ${index}\n`).join("");
    stream.write("first\n");
    expect(socket).toBeUndefined();
    stream.write(text);
    expect(socket).toBeDefined();
    stream.write("last\n");
    // The process must not end yet.
    expect(stream.isWritten()).toBe(false);
    const ended = new Promise<void>((resolve) => socket?.end(() => resolve()));
    let read = "";
    await Promise.all([ended, readAll(reader, (part) => (read += part))]);
    expect(read).toBe(`first\n${text}last\n`);
  });
});

/** Reads a pipe that does not wait, until its writer has closed it. */
async function readAll(fd: number, take: (text: string) => void): Promise<void> {
  const buffer = Buffer.alloc(65_536);
  for (;;) {
    try {
      const count = readSync(fd, buffer);
      if (count === 0) return;
      take(buffer.toString("latin1", 0, count));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
