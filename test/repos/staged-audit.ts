import { run } from "../cli/run.ts";
import type { Ended } from "../source/git-repository.ts";

export const queue = "docs/product/spec-candidates.md";

export const spec =
  "# Feature specification: Halls\n\nPeople walk through the halls of a museum and see what stands there.\n";

/** A queue whose promoted lines point at these specs. */
export const queueOf = (...promoted: readonly string[]): string =>
  `# Spec candidates\n\n## Active\n\n### Night mode\n\n- **Priority**: P1\n- **Problem**: Spec 001 left it out; the gap remains.\n\n## Promoted to spec\n\n${promoted.map((one) => `- ${title(one)} -> Spec ${one.slice(0, 3)} (\`${one.slice(4)}\`)\n`).join("")}`;

const title = (name: string): string => name.slice(4, 5).toUpperCase() + name.slice(5).replaceAll("-", " ");

export const sound = { [queue]: queueOf("001-halls"), "specs/001-halls/spec.md": spec };

export const missing = "specs has no 002-coat-check";

export const broken = queueOf("001-halls", "002-coat-check");

export const audit = async (cwd: string, ...args: string[]): Promise<Ended> => {
  const { code, out, err } = await run(args, { cwd });
  return { status: code, output: out + err };
};
