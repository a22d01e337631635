import { UsageError } from "../core/errors.ts";
import { open, type OpenOptions, type Opened } from "../lint.ts";

/**
 * Opens a repository with what its work is compared with: the base that the options name, else where the branch parted from its upstream, else the last commit.
 * Without any commit nothing is compared, and the base says so. Rejects with a `UsageError`.
 */
export async function openWithBase(options: OpenOptions): Promise<Opened> {
  if (options.base !== undefined) return open(options);
  for (const base of ["auto", "HEAD"]) {
    try {
      return await open({ ...options, base });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
    }
  }
  return open(options);
}
