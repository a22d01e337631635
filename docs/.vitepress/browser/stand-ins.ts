import { join } from "node:path";

const file = (name: string): string => join(import.meta.dirname, `node-${name}.ts`);

/** What a bundler puts in the place of Node's modules, so that the engine runs in a page. */
export const alias = {
  "node:crypto": file("crypto"),
  "node:path": file("path"),
  "node:util": file("util"),
  path: file("path"),
  util: file("util"),
};

/** What the libraries of the engine ask of Node's `process`. */
export const define = { "process.platform": '"browser"', "process.version": '"v20.19.0"' };
