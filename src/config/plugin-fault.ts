/** What is wrong with the name of a plugin; undefined when nothing is. Only files of the repository and installed packages are ever loaded. */
export function pluginFault(name: string): string | undefined {
  if (/^\.{1,2}\//.test(name) || /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*(?:\/[\w./-]+)?$/i.test(name))
    return undefined;
  return "write a path that begins with ./ or ../, or the name of an installed package";
}
