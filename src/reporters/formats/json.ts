import { printableJson } from "../printable.ts";
import type { Reporter } from "../reporter.ts";

/** The stable contract of `docs/output.md`. Nothing is left out, whatever the other options say. */
export const json: Reporter = {
  description: "the whole report, a stable contract for programs",
  render: (report) => printableJson(report),
};
