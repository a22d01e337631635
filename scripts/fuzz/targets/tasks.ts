import { documentTarget } from "../document-target.ts";
import { taskLine } from "../planning-lines.ts";

/** Everything in spec packages. */
export const tasks = documentTarget({
  description: "the files of spec packages",
  changes: (path) => path.startsWith("specs/") && path.endsWith(".md"),
  line: taskLine,
});
