import type { StatusReader } from "../status-source.ts";
import { frontField } from "../unit-file.ts";

/** `status: accepted` between the marks at the top. */
export const frontMatter: StatusReader = ({ file, labels }) => {
  const field = file === undefined ? undefined : frontField(file, labels);
  return file === undefined || field === undefined || field.value === ""
    ? undefined
    : { text: field.value, location: file.locate(field.line) };
};
