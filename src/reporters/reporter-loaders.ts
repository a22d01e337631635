// Generated from the file names by scripts/generate.ts: do not edit, run “npm run generate”.
import type { Reporter } from "./reporter.ts";

/** How each reporter is loaded, by the name that --format takes. */
export const reporterLoaders: Readonly<Record<string, () => Promise<Reporter>>> = {
  agent: async () => (await import("./formats/agent.ts")).agent,
  checkstyle: async () => (await import("./formats/checkstyle.ts")).checkstyle,
  concise: async () => (await import("./formats/concise.ts")).concise,
  github: async () => (await import("./formats/github.ts")).github,
  gitlab: async () => (await import("./formats/gitlab.ts")).gitlab,
  html: async () => (await import("./formats/html.ts")).html,
  json: async () => (await import("./formats/json.ts")).json,
  junit: async () => (await import("./formats/junit.ts")).junit,
  markdown: async () => (await import("./formats/markdown.ts")).markdown,
  rdjson: async () => (await import("./formats/rdjson.ts")).rdjson,
  sarif: async () => (await import("./formats/sarif.ts")).sarif,
  text: async () => (await import("./formats/text.ts")).text,
};
