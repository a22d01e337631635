// Generated from the file names by scripts/generate.ts: do not edit, run “npm run generate”.
import type { Reader } from "../core/record.ts";
import { list } from "./list.ts";
import { table } from "./table.ts";
import { units } from "./units.ts";

/** By the name that a layout uses. */
export const readers: Readonly<Record<string, Reader>> = {
  list,
  table,
  units,
};
