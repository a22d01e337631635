/** What to do when a file cannot be written, by the code of the error; `otherwise` when that says nothing. */
export function wayOut(error: unknown, otherwise: string): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") return "Make room on the disk, and run it again.";
  if (code === "EROFS") return "The disk is read-only: mount it for writing, or write elsewhere.";
  return code === "EIO" ? "The disk reports an error: run it again, and check the disk when it stays so." : otherwise;
}
