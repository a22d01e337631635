import type { StatusReader } from "../status-source.ts";
import { headerLines } from "../unit-file.ts";

/** `> **STATUS: COMPLETE**`, `> **Superseded 2026-05-01 (…)**`: a quotation above the first section that begins with a status in bold. */
export const banner: StatusReader = ({ file, labels }) => {
  if (file === undefined) return undefined;
  for (const { text, line } of headerLines(file)) {
    const [, bold = ""] = /^\s*>\s*(?:[^\p{L}\d*\s]{1,4}\s+)?\*\*([^*]+)\*\*/u.exec(text) ?? [];
    const said = statusOf(bold, labels);
    if (said !== "") return { text: said, location: file.locate(line) };
  }
  return undefined;
};

/** Without its label. Empty for a label of its own, “Note:”, which is about something else. */
function statusOf(bold: string, labels: readonly string[]): string {
  const [label = "", ...rest] = bold.split(":");
  if (labels.includes(label.trim().toLowerCase())) return rest.join(":").trim();
  return /:\s*$/.test(bold) ? "" : bold.trim();
}
