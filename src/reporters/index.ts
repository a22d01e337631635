// Generated from the file names by scripts/generate.ts: do not edit, run “npm run generate”.
import type { Reporter } from "./reporter.ts";
import { concise } from "./formats/concise.ts";
import { github } from "./formats/github.ts";
import { json } from "./formats/json.ts";
import { text } from "./formats/text.ts";

/** All reporters by the name that --format takes. */
export const reporters: Readonly<Record<string, Reporter>> = {
  concise,
  github,
  json,
  text,
};
