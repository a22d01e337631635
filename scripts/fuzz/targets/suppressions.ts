import { documentTarget } from "../document-target.ts";
import { commentLine } from "../planning-lines.ts";

/** Comments that disable rules, in all planning documents. */
export const suppressions = documentTarget({
  description: "comments that disable rules",
  changes: (path) => path.startsWith("docs/product/") && path.endsWith(".md"),
  line: commentLine,
});
