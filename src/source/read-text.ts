import { isAscii, isUtf8 } from "node:buffer";
import { closeSync, constants, openSync, readFileSync, readSync, statSync, type Stats } from "node:fs";
import type { ReadResult } from "../core/snapshot.ts";
import { refuseMachineFault } from "./git/tree-fault.ts";

/** Files beyond this many bytes are not read: no planning document is that large, and parsing one takes minutes. */
export const sizeLimit = 16 * 1024 * 1024;

/** Reads a file as strict UTF-8. Never opens what is not a regular file: reading a named pipe would wait for ever. Throws a `UsageError` when the machine fails. */
export function readText(absolute: string): ReadResult {
  let bytes: Buffer;
  try {
    const stats = statSync(absolute);
    if (stats.isDirectory()) return { ok: false, reason: "directory", detail: "it is a directory" };
    if (!stats.isFile()) return { ok: false, reason: "unreadable", detail: `it is ${specialKind(stats)}, not a file` };
    if (stats.size > sizeLimit) return tooLarge(stats.size);
    bytes = readFileSync(absolute);
  } catch (error) {
    refuseMachineFault(error, absolute);
    return systemFailure(error as NodeJS.ErrnoException);
  }
  // Files such as those of /proc say that they are empty.
  return bytes.length > sizeLimit ? tooLarge(bytes.length) : decode(bytes);
}

/** Files that are no larger are read in one go, with a third of the calls. Most are. */
const buffer = Buffer.allocUnsafeSlow(64 * 1024);

/** Reads a file that its directory lists as a regular one, as `readText` does. */
export function readRegularText(absolute: string): ReadResult {
  let length = 0;
  try {
    // It would not wait for a pipe that took the place of the file either.
    const file = openSync(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      for (let count = -1; count !== 0 && length < buffer.length; length += count)
        count = readSync(file, buffer, length, buffer.length - length, null);
    } finally {
      closeSync(file);
    }
  } catch {
    // The long way says why.
    return readText(absolute);
  }
  // Empty is also what a pipe without a writer seems to be.
  return length > 0 && length < buffer.length ? decode(buffer.subarray(0, length)) : readText(absolute);
}

export function tooLarge(size: number): ReadResult {
  return { ok: false, reason: "too-large", detail: `it has ${size} bytes; the limit is ${sizeLimit} (16 MiB)` };
}

/** Strict UTF-8: nothing is replaced, a byte-order mark is part of the text. `id` is the name of the blob, where git said it. */
export function decode(bytes: Buffer, id?: string): ReadResult {
  try {
    // Most files are plain ASCII, and read ten times as fast.
    return new DecodedText(
      isAscii(bytes)
        ? bytes.toString("latin1")
        : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
      id,
    );
  } catch {
    const offset = firstBadByte(bytes);
    const value = `0x${(bytes[offset] ?? 0).toString(16).padStart(2, "0")}`;
    return {
      ok: false,
      reason: "encoding",
      detail: `it is not UTF-8: byte ${value} at offset ${offset}${wideEncoding(bytes)}`,
    };
  }
}

/** Few are asked what identifies their content. */
class DecodedText {
  readonly ok = true;
  readonly text: string;
  #id: string | undefined;

  constructor(text: string, id: string | undefined) {
    this.text = text;
    this.#id = id;
  }

  /** The name that git gives to it in most repositories: so the trees of one have it in common. */
  get id(): string {
    // Loading what it takes is slow, and most audits need no id.
    return (this.#id ??= process
      .getBuiltinModule("node:crypto")
      .hash("sha1", `blob ${Buffer.byteLength(this.text)}\0${this.text}`));
  }
}

/** Offset, from 0, of the first byte that no UTF-8 sequence can hold. */
function firstBadByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isStart(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  while (!isUtf8(bytes.subarray(0, good))) good -= 1;
  return good;
}

/** Whether the bytes could go on to be UTF-8; the last sequence may be incomplete. */
function isStart(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function wideEncoding(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString("hex");
  return mark === "fffe" || mark === "feff" ? "; it looks like UTF-16" : "";
}

function systemFailure({ code, message }: NodeJS.ErrnoException): ReadResult {
  if (code === "ENOENT" || code === "ENOTDIR") return { ok: false, reason: "missing", detail: "there is no such file" };
  if (code === "ELOOP") return { ok: false, reason: "broken", detail: "its symbolic links go in a circle" };
  if (code === "EACCES" || code === "EPERM") return { ok: false, reason: "unreadable", detail: "permission denied" };
  return { ok: false, reason: "unreadable", detail: code ?? message };
}

function specialKind(stats: Stats): string {
  if (stats.isFIFO()) return "a named pipe";
  if (stats.isSocket()) return "a socket";
  return stats.isCharacterDevice() || stats.isBlockDevice() ? "a device" : "a special file";
}
