import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { decode } from "../../src/source/read-text.ts";
import type { MemoryFile } from "../../src/source/memory/memory-snapshot.ts";

/** The files of a `.tar.gz`, by path. Rejects for what is none. */
export async function readArchive(path: string): Promise<Record<string, MemoryFile>> {
  const files: Record<string, MemoryFile> = {};
  const entries = extract();
  entries.on("entry", ({ name, type }, stream, next) => {
    const parts: Buffer[] = [];
    stream.on("data", (part) => parts.push(part as Buffer));
    stream.on("end", () => {
      if (type === "file") files[name.replace(/^\.\//, "")] = fileOf(Buffer.concat(parts));
      next();
    });
  });
  await pipeline(createReadStream(path), createGunzip(), entries);
  return files;
}

function fileOf(bytes: Buffer): MemoryFile {
  const read = decode(bytes);
  return read.ok ? read.text : { reason: read.reason, detail: read.detail };
}
