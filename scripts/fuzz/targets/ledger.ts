import { documentTarget } from "../document-target.ts";
import { tableLine } from "../planning-lines.ts";

/** The implementation ledger. */
export const ledger = documentTarget({
  description: "the implementation ledger",
  changes: (path) => path.endsWith("/implementation-ledger.md"),
  line: tableLine,
});
