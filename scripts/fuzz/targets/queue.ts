import { documentTarget } from "../document-target.ts";
import { queueLine } from "../planning-lines.ts";

/** The candidate queue. */
export const queue = documentTarget({
  description: "the candidate queue",
  changes: (path) => path.endsWith("/spec-candidates.md"),
  line: queueLine,
});
