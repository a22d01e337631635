import type { Hash } from "node:crypto";

/** A hash to be fed. Its module is loaded with the first one: that takes milliseconds, which an audit without a cache can do without. */
export function sha1(): Hash {
  return process.getBuiltinModule("node:crypto").createHash("sha1");
}
