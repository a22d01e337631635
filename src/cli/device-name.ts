import { basename } from "node:path/win32";

/** The names that Windows keeps for devices, in every directory and with every extension. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:[. :].*)?$/i;
/** Those of them that take text. */
const streams = /^(?:con|nul)\.?$/i;

/** What a path is on a system: a file, a device that takes text, or a device of Windows that cannot be a file. */
export function deviceKind(path: string, platform: NodeJS.Platform = process.platform): "file" | "stream" | "device" {
  if (platform !== "win32") return "file";
  // Windows takes no notice of spaces and dots at the end.
  const name = basename(path.trimEnd());
  if (streams.test(name)) return "stream";
  return devices.test(name) ? "device" : "file";
}
