import { configDefaults, defineConfig } from "vitest/config";

/** Tests of what only computes: they start no program, keep no files and change nothing that others read. */
const pure = ["claims", "config", "core", "documents", "engine", "facts", "reporters", "rule-api", "rules"].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);
/** Tests that measure their process, where what another file has loaded or compiled would count, and those that replace a module. */
const alone = [
  "test/properties/linear-time.test.ts",
  "test/properties/memory.test.ts",
  "test/cli/write-files-atomically.test.ts",
];

export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, "fixtures/**"],
    pool: "forks",
    // Many tests wait for a program that they started.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files share the modules that they load: to load them again for each of so many files takes longer than the tests.
    isolate: false,
    projects: [
      { extends: true, test: { name: "pure", include: pure } },
      {
        extends: true,
        test: {
          name: "whole",
          include: ["test/**/*.test.ts"],
          exclude: [...pure, ...alone],
          globalSetup: "test/cli/build-program.ts",
        },
      },
      { extends: true, test: { name: "alone", include: alone, isolate: true } },
    ],
  },
});
