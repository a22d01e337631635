import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import { recipeFile } from "../repos/hook-recipe.ts";
import { hookedProject, shell, type HookedProject } from "../repos/hooked-project.ts";
import { itJudgesCommits } from "../repos/judged-commits.ts";

const lefthook = "lefthook@2.2.2";

describe.skipIf(process.platform === "win32")(
  "every kind of commit (needs links, for which Windows asks rights)",
  () => {
    let project: HookedProject;
    beforeAll(() => {
      project = hookedProject();
    });
    afterAll(() => project.remove());

    describe("with husky", () => {
      itJudgesCommits(() => project.installed("npx husky init", recipeFile("husky")));
    });

    describe("with lefthook (needs the npm registry)", () => {
      let unreachable = "";

      // Not a dependency of this project: where it is installed it puts its hook into the repository around it. Here there is none.
      beforeAll(() => {
        const { packages } = project;
        const fetched = join(packages, "../fetched");
        mkdirSync(fetched);
        writeFileSync(join(fetched, "package.json"), "{}");
        const { status, output } = shell(
          fetched,
          `npm install --ignore-scripts --no-save --no-audit --no-fund --fetch-retries=0 --prefix . ${lefthook}`,
          { npm_config_offline: "false", CI: "true" },
        );
        if (status !== 0 && /\b(?:ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|E[45]\d\d)\b/.test(output)) {
          unreachable = `the registry cannot be reached: ${output}`;
          return;
        }
        expect(status, output).toBe(0);
        for (const name of readdirSync(join(fetched, "node_modules")))
          if (name.startsWith("lefthook"))
            symlinkSync(join(fetched, "node_modules", name), join(packages, name), "dir");
        symlinkSync("../lefthook/bin/index.js", join(packages, ".bin/lefthook"));
      }, 120_000);

      beforeEach((context) => context.skip(unreachable !== "", unreachable));

      itJudgesCommits(() => project.installed("npx lefthook install", recipeFile("lefthook")));
    });
  },
);
