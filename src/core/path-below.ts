/** What is asked of the paths of a system: `node:path`, or its `win32` or `posix`. */
interface PathFlavour {
  readonly sep: string;
  relative(from: string, to: string): string;
  isAbsolute(path: string): boolean;
}

/**
 * A path below one of the roots, relative to it and with forward slashes; undefined when it is below none of them, such as on another drive. All paths are
 * absolute; `flavour` says whose paths they are.
 */
export function pathBelow(roots: readonly string[], absolute: string, flavour: PathFlavour): string | undefined {
  for (const root of roots) {
    // Between two drives there is no way: `relative` then answers with the path itself.
    const way = flavour.relative(root, absolute);
    if (way !== ".." && !way.startsWith(`..${flavour.sep}`) && !flavour.isAbsolute(way))
      return way.split(flavour.sep).join("/");
  }
  return undefined;
}
