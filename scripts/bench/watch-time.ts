import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { type TimedCommand, assertDone, median, timedEnvironment } from "./median-time.ts";

/** How long the first report, and the answer to a save, may take: in milliseconds. */
const patience = 30_000;
/** Between two saves, so that the first has been dealt with: in milliseconds. */
const rest = 400;

/**
 * Starts a program that watches, and appends a line to a document several times: the median time in milliseconds from the save until the program
 * says on standard error that it has audited. The document is put back.
 * @throws {UnknownOption}
 * @throws {Error} when the program ends, or does not answer
 */
export async function watchTime(command: TimedCommand, document: string, saves: number): Promise<number> {
  const text = readFileSync(document);
  const watcher = watching(command);
  try {
    await watcher.reported();
    const times: number[] = [];
    for (let save = 1; save <= saves; save += 1) {
      await pause(rest);
      const start = performance.now();
      const audited = watcher.audited();
      appendFileSync(document, `- \`Paper tide tables ${save}\`: they are on the screens.\n`);
      times.push((await audited) - start);
    }
    return median(times);
  } finally {
    await watcher.stop();
    writeFileSync(document, text);
  }
}

/** A started program, and what it says. */
function watching(command: TimedCommand) {
  const child = spawn(command.program, command.args, {
    cwd: command.cwd,
    env: timedEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = new EventEmitter();
  let stderr = "";
  createInterface({ input: child.stderr }).on("line", (line) => {
    stderr += `${line}\n`;
    if (line.startsWith("audited in ")) said.emit("audited", performance.now());
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    // The last line of a report.
    if (line.startsWith("examined ")) said.emit("reported");
  });
  const ended = new AbortController();
  child.once("close", () => ended.abort());
  const hear = async (event: string): Promise<unknown> => {
    try {
      const [value] = (await once(said, event, {
        signal: AbortSignal.any([ended.signal, AbortSignal.timeout(patience)]),
      })) as unknown[];
      return value;
    } catch {
      assertDone(command, { status: child.exitCode, stderr });
      throw new Error(
        `${command.name} ended with status ${String(child.exitCode)} instead of watching: ${stderr.trim()}`,
      );
    }
  };
  return {
    reported: () => hear("reported"),
    /** When it has audited again, in milliseconds of this process. */
    audited: async () => Number(await hear("audited")),
    stop: async (): Promise<void> => {
      child.kill();
      if (!ended.signal.aborted) await once(child, "close");
    },
  };
}
