import type { UnitLink } from "../core/unit.ts";
import { headerLines, labelledLine, type UnitFile } from "./unit-file.ts";

const link = /\[([^[\]]*)\]\(<?([^()<>\s]+)>?\)/g;

/** `- **Exec plan:** [seat maps](../plans/seat-maps.md)`: the links of labelled lines above the first section. */
export function readHeaderLinks(file: UnitFile): UnitLink[] {
  return headerLines(file).flatMap((numbered): UnitLink[] => {
    const field = labelledLine(numbered);
    // What is struck out, or told of the past, is no claim.
    if (field === undefined || numbered.text.includes("~~")) return [];
    const isRemarked = /[\p{L}\p{N}]/u.test(field.value.replace(link, ""));
    return [...field.value.matchAll(link)].map(([text, label = "", target = ""]) => ({
      text,
      label: field.label,
      caption: label.replace(/[`*]/g, ""),
      target,
      isRemarked,
      location: file.locate(numbered.line),
      quote: numbered.text.trim(),
    }));
  });
}
