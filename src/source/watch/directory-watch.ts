import type { FSWatcher } from "node:fs";

/** What `fs.watch` does, as far as it is used: tests put in its place what loses, doubles and delays events. */
export type SystemWatch = (
  directory: string,
  options: { readonly recursive: boolean },
  listener: (kind: "rename" | "change", child: string | null) => void,
) => Pick<FSWatcher, "on" | "close">;

export interface DirectoryListener {
  /** Something came, went, or became something else (`rename`), or says something else (`change`). The path is that of the directory when nobody knows more. */
  readonly onEvent: (kind: "rename" | "change", path: string) => void;
  readonly onError: (error: NodeJS.ErrnoException) => void;
}

/** Directories that are watched, each with what is in it and nothing below. */
export interface DirectoryWatch {
  /** Watches all that is in a directory, or one name, whether something of that name is there or not. False when there is no such directory. */
  watch(directory: string, name?: string): boolean;
  /** Watches no longer what is not there any more, or is another directory now, among the paths and all below them. Returns these directories. */
  drop(paths: readonly string[]): string[];
  close(): void;
}
