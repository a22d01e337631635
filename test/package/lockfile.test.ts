import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

interface Lockfile {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package-lock.json"), "utf8")) as Lockfile;

/** Exact optional dependencies of a package that the lockfile does not hold in that version. */
function missing(path: string): string[] {
  return Object.entries(packages[path]?.optionalDependencies ?? {})
    .filter(([, version]) => /^\d/.test(version))
    .filter(
      ([name, version]) =>
        (packages[`${path}/node_modules/${name}`] ?? packages[`node_modules/${name}`])?.version !== version,
    )
    .map(([name, version]) => `${path} needs ${name} ${version}`);
}

// npm leaves out what a registry does not offer at that moment, and then refuses `npm ci` everywhere.
it("the lockfile holds the binaries of every platform", () => {
  expect(Object.keys(packages).filter((path) => packages[path]?.optionalDependencies !== undefined)).toContain(
    "node_modules/rolldown",
  );
  expect(Object.keys(packages).flatMap(missing)).toEqual([]);
});
