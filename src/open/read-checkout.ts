import { originUrl } from "../source/git/origin-url.ts";
import { runGit } from "../source/git/run-git.ts";

/** A commit, and its pages on the forge of the remote “origin” as far as that is known. */
export interface GitCheckout {
  /** Undefined for a detached head. */
  readonly branch: string | undefined;
  readonly commit: string;
  readonly commitUrl: string | undefined;
  /** The address of a line of a file below the root; undefined where the forge is not known. */
  readonly placeUrl: ((path: string, line: number) => string) | undefined;
}

/** How a forge addresses a commit, a file of it and a line. */
interface Forge {
  /** Matches the name of its host: a server of a team's own is known by it. */
  readonly host: RegExp;
  readonly commit: string;
  readonly file: string;
  readonly line: string;
}

const forges: readonly Forge[] = [
  { host: /github/, commit: "commit", file: "blob", line: "L" },
  { host: /gitlab/, commit: "-/commit", file: "-/blob", line: "L" },
  { host: /gitea|forgejo|codeberg/, commit: "commit", file: "src/commit", line: "L" },
  { host: /^bitbucket\.org$/, commit: "commits", file: "src", line: "lines-" },
];

/** The commit of a repository that `ref` names. Undefined without one. `root` is an absolute path inside the repository. */
export function readCheckout(root: string, ref = "HEAD"): GitCheckout | undefined {
  const commit = said(root, "rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
  if (commit === undefined) return undefined;
  const branch = ref === "HEAD" ? said(root, "symbolic-ref", "--quiet", "--short", "HEAD") : undefined;
  const origin = originUrl(root);
  const pages = origin === undefined ? undefined : pagesOf(origin);
  if (pages === undefined) return { branch, commit, commitUrl: undefined, placeUrl: undefined };
  const { address, forge } = pages;
  const below = said(root, "rev-parse", "--show-prefix") ?? "";
  return {
    branch,
    commit,
    commitUrl: `${address}/${forge.commit}/${commit}`,
    placeUrl: (path, line) =>
      `${address}/${forge.file}/${commit}/${encodedPath(`${below}${path}`)}#${forge.line}${line}`,
  };
}

/** Half a surrogate pair can be in a name, and in no address. */
function encodedPath(path: string): string {
  return path
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}

function said(root: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = runGit(root, args);
  const words = stdout.toString("utf8").trim();
  return status === 0 && words !== "" ? words : undefined;
}

/** The address of the repository's pages: host and path alone, since the rest of a remote may be a password. */
function pagesOf(origin: string): { readonly address: string; readonly forge: Forge } | undefined {
  const { host = "", path = "" } = partsOf(origin);
  const name = path.replaceAll(/^\/|(?:\.git)?\/?$/g, "");
  const forge = forges.find((one) => one.host.test(host));
  if (forge === undefined || !/^[\w.~-]+(?:\/[\w.~-]+)+$/.test(name)) return undefined;
  return { address: `https://${host}/${name}`, forge };
}

function partsOf(origin: string): { readonly host?: string | undefined; readonly path?: string | undefined } {
  if (URL.canParse(origin) && /^(?:https?|ssh|git):/.test(origin)) {
    const { protocol, host, hostname, pathname } = new URL(origin);
    // The port of ssh says nothing about the one of the pages.
    return { host: protocol === "https:" ? host : hostname, path: pathname };
  }
  const [, host, path] = /^(?:[^@/:\s]+@)?([\w.-]{2,}):(?!\/\/)([^\s?#]+)$/.exec(origin) ?? [];
  return { host: host?.toLowerCase(), path };
}
