import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "fixtures/**"],
    globalSetup: "test/cli/build-program.ts",
    pool: "forks",
    // Many tests wait for a program that they started.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
