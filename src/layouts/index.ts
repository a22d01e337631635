// Generated from the file names by scripts/generate.ts: do not edit, run “npm run generate”.
import adr from "./adr.json" with { type: "json" };
import backlogMd from "./backlog-md.json" with { type: "json" };
import bmad from "./bmad.json" with { type: "json" };
import conductor from "./conductor.json" with { type: "json" };
import gsd from "./gsd.json" with { type: "json" };
import kiro from "./kiro.json" with { type: "json" };
import openspec from "./openspec.json" with { type: "json" };
import plans from "./plans.json" with { type: "json" };
import proposals from "./proposals.json" with { type: "json" };
import specKit from "./spec-kit.json" with { type: "json" };
import taskmaster from "./taskmaster.json" with { type: "json" };

/** Layouts by the name that the configuration takes, as they are written: `config/layout-schema.ts` says what they hold. */
export const presets: Readonly<Record<string, unknown>> = {
  adr,
  "backlog-md": backlogMd,
  bmad,
  conductor,
  gsd,
  kiro,
  openspec,
  plans,
  proposals,
  "spec-kit": specKit,
  taskmaster,
};
