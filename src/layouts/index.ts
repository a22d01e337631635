// Generated from the file names by scripts/generate.ts: do not edit, run “npm run generate”.
import adr from "./adr.json" with { type: "json" };
import openspec from "./openspec.json" with { type: "json" };
import plans from "./plans.json" with { type: "json" };
import specKit from "./spec-kit.json" with { type: "json" };

/** Layouts by the name that the configuration takes, as they are written: `config/layout-schema.ts` says what they hold. */
export const presets: Readonly<Record<string, unknown>> = {
  adr,
  openspec,
  plans,
  "spec-kit": specKit,
};
