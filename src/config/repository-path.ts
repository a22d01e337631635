import { globExcess } from "../core/glob-excess.ts";

/** Why a configured path cannot be used, with the way out; undefined for a path inside the repository. */
export function pathFault(path: string): string | undefined {
  return (
    leavingFault(path, path.split("/")) ??
    (repositoryPath(path) === ""
      ? "it names no file or directory; write a path such as docs/product/spec-candidates.md"
      : undefined)
  );
}

/** Like `pathFault`, for a glob. A leading `!` excludes; braces are looked into, because `{..,docs}/x` leaves the repository too. */
export function globFault(glob: string): string | undefined {
  const bare = glob.replace(/^!/, "");
  if (bare.trim() === "") return "it is empty; write a glob such as docs/agents/*.md";
  return leavingFault(bare, bare.split(/[/{},()|]/)) ?? globExcess(bare);
}

function leavingFault(path: string, segments: readonly string[]): string | undefined {
  const inside = "write a path relative to the root of the repository, such as docs/product/spec-candidates.md";
  if (/[\0-\x1f\x7f]/.test(path)) return `it holds a control character; ${inside}`;
  if (/\p{Surrogate}/u.test(path)) return `it holds half a character; ${inside}`;
  if (path.includes("\\")) return `it holds a backslash; separate folders with “/” and ${inside}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return `it is a drive or a URL; ${inside}`;
  if (path.startsWith("/")) return `it is absolute; ${inside}`;
  if (path.startsWith("~/") || path === "~") return `it begins at a home directory; ${inside}`;
  if (segments.some((segment) => segment.trim() === "..")) return `it leaves the repository by “..”; ${inside}`;
  return undefined;
}

/** The path in the form that a snapshot takes: no `./`, no doubled or trailing slashes. */
export function repositoryPath(path: string): string {
  return path
    .trim()
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".")
    .join("/");
}

/** The directory of a path, "" for the root. */
export function directoryOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

export function joinPath(directory: string, name: string): string {
  return directory === "" ? name : `${directory}/${name}`;
}
