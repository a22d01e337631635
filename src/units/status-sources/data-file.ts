import { isScalar, parseDocument } from "yaml";
import type { StatusReader } from "../status-source.ts";

/** More text than this is not a sidecar. */
const longest = 200_000;

/** A key of a JSON or YAML file beside the document: "status", "meta.phase". */
export const dataFile: StatusReader = ({ file, labels }) => {
  if (file === undefined || file.text.length > longest) return undefined;
  const data = parseDocument(file.text.replace(/^\uFEFF/, ""), { logLevel: "silent", strict: false });
  if (data.errors.length > 0) return undefined;
  for (const label of labels) {
    const node = data.getIn(label.split("."), true);
    if (!isScalar(node) || typeof node.value !== "string" || node.value === "" || !node.range) continue;
    return { text: node.value, location: file.locate(lineAt(file.text, node.range[0])) };
  }
  return undefined;
};

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
