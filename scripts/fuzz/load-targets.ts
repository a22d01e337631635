import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FuzzTarget } from "./fuzz-target.ts";

const folder = join(import.meta.dirname, "targets");

/** All targets by the names of their files; each file exports one under that name. */
export async function loadTargets(): Promise<ReadonlyMap<string, FuzzTarget>> {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => basename(file, ".ts"))
    .sort();
  const targets = names.map(
    async (name) =>
      [
        name,
        targetOf(name, (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as Record<string, unknown>),
      ] as const,
  );
  return new Map(await Promise.all(targets));
}

function targetOf(name: string, module: Readonly<Record<string, unknown>>): FuzzTarget {
  const target = module[name] as FuzzTarget | undefined;
  if (target === undefined) throw new Error(`scripts/fuzz/targets/${name}.ts exports no ${name}`);
  return target;
}
