import type { StatusReader } from "../status-source.ts";
import { headerLines } from "../unit-file.ts";

/** `> **STATUS: COMPLETE**`, `> **Superseded 2026-05-01 (…)**`: a quotation above the first section that begins with a status in bold. */
export const banner: StatusReader = ({ file, labels }) => {
  for (const { text, line } of file === undefined ? [] : headerLines(file)) {
    const [, bold] = /^\s*>\s*(?:[^\p{L}\d*\s]{1,4}\s+)?\*\*([^*]+)\*\*/u.exec(text) ?? [];
    if (bold === undefined || file === undefined) continue;
    const [label = "", ...rest] = bold.split(":");
    const said = labels.includes(label.trim().toLowerCase()) ? rest.join(":") : bold;
    // A label of its own, “Note:”, is about something else.
    if (said.trim() !== "" && (said !== bold || !/:\s*$/.test(bold)))
      return { text: said.trim(), location: file.locate(line) };
  }
  return undefined;
};
