// Generated from the file names by scripts/generate.ts: do not edit, run “npm run generate”.
import type { StatusReader } from "../status-source.ts";
import { banner } from "./banner.ts";
import { boxes } from "./boxes.ts";
import { companion } from "./companion.ts";
import { dataFile } from "./data-file.ts";
import { folder } from "./folder.ts";
import { frontMatter } from "./front-matter.ts";
import { headerLine } from "./header-line.ts";
import { heading } from "./heading.ts";
import { tableCell } from "./table-cell.ts";

/** By the name that a layout uses. */
export const statusReaders: Readonly<Record<string, StatusReader>> = {
  banner,
  boxes,
  companion,
  "data-file": dataFile,
  folder,
  "front-matter": frontMatter,
  "header-line": headerLine,
  heading,
  "table-cell": tableCell,
};
