import { UsageError } from "../../core/errors.ts";

/** Codes that say nothing about a file: the machine could not look. */
const machine: Readonly<Record<string, string>> = {
  EIO: "the disk reports an error",
  EREMOTEIO: "the disk reports an error",
  ESTALE: "the file server has lost it",
  ETIMEDOUT: "the file server does not answer",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  ENOMEM: "there is no memory left",
};

/** Throws a `UsageError` when a path could not be looked at for a reason that is none of its own: what the audit would say about it would be a guess. */
export function refuseMachineFault(error: unknown, path: string): void {
  const { code = "" } = error as NodeJS.ErrnoException;
  const words = machine[code];
  if (words !== undefined)
    throw new UsageError(
      `The repository cannot be read: ${words} (${code}).`,
      "Run it again; when it stays so, see to the machine.",
      path,
    );
}

/**
 * Throws a `UsageError` for a path that its directory lists and that is not there: the tree changed since, and one half of it would be held to the other.
 * Names that are not UTF-8 are listed with other characters, and are never found.
 */
export function refuseVanished(path: string): void {
  if (path.includes("\uFFFD")) return;
  throw new UsageError("The tree changed during the audit: it was there, and is gone.", "Run it again.", path);
}
