import { posix, win32 } from "node:path";

/** Where git is looked for, and where it must not be. */
export interface GitSearch {
  readonly platform: NodeJS.Platform;
  /** The variable PATH. */
  readonly path: string | undefined;
  /** The variable PATHEXT, which only Windows has. */
  readonly extensions?: string | undefined;
  /** Absolute paths of directories in which, and below which, no program is run: the audited tree. */
  readonly untrusted: readonly string[];
  /** The absolute path of the current directory. */
  readonly cwd: string;
  /** The real path, without symbolic links, of a file that can be run; undefined when there is none. */
  readonly exists: (path: string) => string | undefined;
}

/**
 * The absolute path of git, by the first directory of PATH that has it; undefined when none has. A program of the audited tree is never taken for git: not
 * from a directory in it, not by a link into it, and not from the current directory, where Windows would look first.
 */
export function findGit({ platform, path = "", extensions, untrusted, cwd, exists }: GitSearch): string | undefined {
  const flavour = platform === "win32" ? win32 : posix;
  const isUntrusted = (file: string): boolean =>
    flavour.relative(cwd, flavour.dirname(file)) === "" ||
    untrusted.some((directory) => isBelow(flavour.relative(directory, file), flavour));
  const directories = path
    .split(flavour.delimiter)
    .map((entry) => (platform === "win32" ? entry.replaceAll('"', "") : entry))
    .filter((entry) => isFixed(entry, platform));
  for (const directory of directories) {
    for (const name of programNames(platform, extensions)) {
      const file = flavour.resolve(directory, name);
      const real = isUntrusted(file) ? undefined : exists(file);
      if (real !== undefined && !isUntrusted(real)) return file;
    }
  }
  return undefined;
}

/** Whether an entry of PATH means the same directory wherever the process is: on Windows, `\tools` and `C:tools` do not. */
function isFixed(entry: string, platform: NodeJS.Platform): boolean {
  return platform === "win32" ? /^(?:[a-z]:[\\/]|[\\/]{2}[^\\/])/i.test(entry) : posix.isAbsolute(entry);
}

/** What can be started without a shell. Scripts (`.cmd`, `.bat`) cannot, whatever PATHEXT says. */
function programNames(platform: NodeJS.Platform, extensions = ""): readonly string[] {
  if (platform !== "win32") return ["git"];
  const listed = extensions
    .toLowerCase()
    .split(";")
    .map((extension) => extension.trim())
    .filter((extension) => extension === ".exe" || extension === ".com");
  return [...new Set([...listed, ".exe"])].map((extension) => `git${extension}`);
}

function isBelow(way: string, flavour: typeof posix): boolean {
  return way === "" || (way !== ".." && !way.startsWith(`..${flavour.sep}`) && !flavour.isAbsolute(way));
}
