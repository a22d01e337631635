import { readdirSync, readFileSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";

/** Tests of what only computes: they start no program, keep no files and change nothing that others read. */
const pure = ["api", "claims", "config", "core", "documents", "engine", "facts", "reporters", "rule-api", "rules"].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);
/** What fetches, or tries everything where a few show most of it: `npm run test:slow`. CONTRIBUTING.md lists it. */
const slow = ["test/slow/**/*.test.ts"];
/** Tests that replace a module, which another file may have loaded already, and those that count what this process compiles or keeps. */
const alone = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts"))
  .map((path) => `test/${path.replaceAll("\\", "/")}`)
  .filter((path) => /\bvi\.mock\(|\/counted-steps\.ts"/.test(readFileSync(path, "utf8")));
const build = { globalSetup: "test/cli/build-program.ts" };

const usual = [
  { extends: true as const, test: { name: "pure", include: pure, exclude: alone } },
  {
    extends: true as const,
    test: { name: "whole", include: ["test/**/*.test.ts"], exclude: [...pure, ...slow, ...alone], ...build },
  },
  { extends: true as const, test: { name: "alone", include: alone, isolate: true } },
];

export default defineConfig(({ mode }) => ({
  test: {
    exclude: [...configDefaults.exclude, "fixtures/**"],
    pool: "forks",
    // Many tests wait for a program that they started.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files share the modules that they load: to load them again for each of so many files takes longer than the tests.
    isolate: false,
    projects:
      mode === "slow"
        ? [{ extends: true as const, test: { name: "slow", include: slow, exclude: [], ...build } }]
        : usual,
  },
}));
