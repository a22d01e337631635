import { afterAll, beforeAll, describe } from "vitest";
import { hookRecipe, recipeFile } from "./hook-recipe.ts";
import { hookedProject, type HookedProject } from "./hooked-project.ts";
import { itJudgesCommits, itRefusesAndLetsThrough } from "./judged-commits.ts";

describe.skipIf(process.platform === "win32")("the hook of (needs links, for which Windows asks rights)", () => {
  let project: HookedProject;
  beforeAll(() => {
    project = hookedProject();
  });
  afterAll(() => project.remove());

  describe("git alone", () => {
    itJudgesCommits(() => project.installed(hookRecipe("git alone"), {}));
  });

  // What a hook is told is the same whoever installed it: test/slow tries all of it.
  describe("husky", () => {
    itRefusesAndLetsThrough(() => project.installed("npx husky init", recipeFile("husky")));
  });
});
