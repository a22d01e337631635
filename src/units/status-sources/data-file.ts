import { scalarsAt } from "../../core/data.ts";
import { readData } from "../../documents/data/read-data.ts";
import type { StatusReader } from "../status-source.ts";

/** More text than this is not a sidecar. */
const longest = 200_000;

/** A key of a JSON, YAML or TOML file beside the document: "status", "meta.phase". A number or a date there is no status. */
export const dataFile: StatusReader = ({ file, labels }) => {
  if (file === undefined || file.text.length > longest) return undefined;
  const root = readData(file.text, file.path)?.root;
  const [found] = labels.flatMap((label) => scalarsAt(root, label).slice(0, 1)).filter(({ isText }) => isText);
  return found === undefined || found.content.plain === ""
    ? undefined
    : { text: found.content.plain, location: file.locate(found.location.line) };
};
