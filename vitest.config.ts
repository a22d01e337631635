import { configDefaults, defineConfig } from "vitest/config";

/** Tests of what only computes: they start no program, keep no files and change nothing that others read. */
const pure = ["api", "claims", "config", "core", "documents", "engine", "facts", "reporters", "rule-api", "rules"].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, "fixtures/**"],
    pool: "forks",
    // Many tests wait for a program that they started.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // They share the modules that they load: to load them again for each of so many files takes longer than the tests.
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: "whole",
          include: ["test/**/*.test.ts"],
          exclude: pure,
          globalSetup: "test/cli/build-program.ts",
        },
      },
    ],
  },
});
