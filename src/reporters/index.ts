// Generated from the file names by scripts/generate.ts: do not edit, run “npm run generate”.
import type { Reporter } from "./reporter.ts";
import { agent } from "./formats/agent.ts";
import { checkstyle } from "./formats/checkstyle.ts";
import { concise } from "./formats/concise.ts";
import { github } from "./formats/github.ts";
import { gitlab } from "./formats/gitlab.ts";
import { html } from "./formats/html.ts";
import { json } from "./formats/json.ts";
import { junit } from "./formats/junit.ts";
import { markdown } from "./formats/markdown.ts";
import { rdjson } from "./formats/rdjson.ts";
import { sarif } from "./formats/sarif.ts";
import { text } from "./formats/text.ts";

/** The names that --format takes. */
export type FormatName =
  | "agent"
  | "checkstyle"
  | "concise"
  | "github"
  | "gitlab"
  | "html"
  | "json"
  | "junit"
  | "markdown"
  | "rdjson"
  | "sarif"
  | "text";

/** All reporters by their names. */
export const reporters: Readonly<Record<string, Reporter>> = {
  agent,
  checkstyle,
  concise,
  github,
  gitlab,
  html,
  json,
  junit,
  markdown,
  rdjson,
  sarif,
  text,
};
