import type { RemoteItem } from "../../core/remote.ts";

const longest = 80;

/** The title of an issue or a pull request, for display: on one line, cut when it is long, and never empty. */
export function remoteTitle({ title }: RemoteItem): string {
  const words = title.replace(/\s+/g, " ").trim();
  if (words === "") return "(no title)";
  return words.length <= longest ? words : `${words.slice(0, longest - 1).trimEnd()}…`;
}
