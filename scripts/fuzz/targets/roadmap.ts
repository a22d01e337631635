import { documentTarget } from "../document-target.ts";
import { tableLine } from "../planning-lines.ts";

/** The roadmap, and discoveries that wait for it. */
export const roadmap = documentTarget({
  description: "the roadmap and the discoveries",
  changes: (path) => /\/(?:roadmap|discoveries)\.md$/.test(path),
  line: tableLine,
});
