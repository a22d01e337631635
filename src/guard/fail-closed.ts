import { findConfig } from "../source/find-config.ts";
import { findRoot } from "../source/find-root.ts";

const refuses = /["']?failClosed["']?\s*:\s*true\b/;

/** Whether a configuration that cannot be used asks hooks to refuse: its text is all there is to go by. False when not even that can be read. */
export function failsClosed({
  cwd,
  root,
  config,
}: {
  readonly cwd: string;
  readonly root?: string | undefined;
  readonly config?: string | undefined;
}): boolean {
  try {
    const file = findConfig({ root: findRoot(cwd, root), cwd, config });
    return file !== undefined && refuses.test(file.text);
  } catch {
    return false;
  }
}
