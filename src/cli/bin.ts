#!/usr/bin/env node
import { join } from "node:path";
import { keepCompiledCode } from "./compiled-code.ts";

// Tests also run the sources, which nobody bundled.
if (!import.meta.filename.endsWith(".ts")) keepCompiledCode(join(import.meta.dirname, "chunks"), process);

// No import at the top: it would be compiled before what is kept is looked for.
void import("./start.ts").then(({ start }) => start());
