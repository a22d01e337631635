/** What micromatch asks of `path`. */
export const sep = "/";
export const basename = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
export default { sep, basename };
