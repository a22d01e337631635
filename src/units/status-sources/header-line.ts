import type { StatusReader } from "../status-source.ts";
import { headerLines, labelledLine } from "../unit-file.ts";

/** `**Status**: Draft` as a line, bullet or quote above the first section. */
export const headerLine: StatusReader = ({ file, labels }) => {
  for (const line of file === undefined ? [] : headerLines(file)) {
    const field = labelledLine(line);
    if (field !== undefined && labels.includes(field.label) && field.value !== "")
      return { text: field.value, location: (file as NonNullable<typeof file>).locate(line.line) };
  }
  return undefined;
};
