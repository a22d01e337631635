// Generated from the file names by scripts/generate.ts: do not edit, run “npm run generate”.
import type { Reader } from "../core/record.ts";
import { checklist } from "./checklist.ts";
import { data } from "./data.ts";
import { forms } from "./forms.ts";
import { headings } from "./headings.ts";
import { list } from "./list.ts";
import { table } from "./table.ts";
import { units } from "./units.ts";

/** By the name that a layout uses. */
export const readers: Readonly<Record<string, Reader>> = {
  checklist,
  data,
  forms,
  headings,
  list,
  table,
  units,
};
