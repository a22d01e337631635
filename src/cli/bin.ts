#!/usr/bin/env node
import module from "node:module";
import { main } from "./main.ts";
import { processIo } from "./process-io.ts";

// Node 22 and later keep what they compiled; the next start is the faster for it.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();

// No `await` at the top: the program is bundled as CommonJS, which starts faster.
void main(process.argv.slice(2), processIo()).then((code) => {
  // Output that could not be written has set one.
  process.exitCode ??= code;
});
