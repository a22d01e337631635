import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { run } from "../cli/run.ts";
import { recipeFile } from "../repos/hook-recipe.ts";
import { gitRepository, isolateGit } from "../source/git-repository.ts";

isolateGit();

const manifest = join(import.meta.dirname, "../../.pre-commit-hooks.yaml");
const hooks = parse(readFileSync(manifest, "utf8")) as {
  id: string;
  name: string;
  entry: string;
  language: string;
  always_run: boolean;
  pass_filenames: boolean;
}[];
const queue = "docs/product/spec-candidates.md";
const files = {
  [queue]:
    "# Spec candidates\n\n## Active\n\n- `Night mode`: pages are too bright.\n\n## Promoted to spec\n\n- Halls -> Spec 001 (`halls`)\n",
  "specs/001-halls/spec.md": "# Halls\n\nPeople walk through the halls of a museum and see what stands there.\n",
  "specs/002-maps/spec.md": "# Maps\n\nPeople find their way through the halls of a museum with a map.\n",
};

const hasPreCommit = spawnSync("pre-commit", ["--version"]).status === 0;

describe("the hooks for pre-commit", () => {
  it.skipIf(!hasPreCommit)("are a manifest that pre-commit reads (needs pre-commit)", () => {
    const { status, stdout } = spawnSync("pre-commit", ["validate-manifest", manifest], { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  it("are first a recipe with the published package of this version, which runs as the hook does", () => {
    const [text = ""] = Object.values(recipeFile("pre-commit"));
    const { version } = JSON.parse(readFileSync(join(dirname(manifest), "package.json"), "utf8")) as {
      version: string;
    };
    const { repos } = parse(text) as { repos: readonly { repo: string; hooks: readonly unknown[] }[] };
    const [hook] = hooks;
    expect(repos).toEqual([
      {
        repo: "local",
        hooks: [
          {
            id: hook?.id,
            name: hook?.name,
            entry: hook?.entry,
            language: hook?.language,
            always_run: hook?.always_run,
            pass_filenames: hook?.pass_filenames,
            additional_dependencies: [`queue-lint@${version}`],
          },
        ],
      },
    ]);
  });

  it.each(hooks)(
    "$id runs for every commit, and gets no names of files",
    ({ language, always_run, pass_filenames, entry }) => {
      expect({ language, always_run, pass_filenames }).toEqual({
        language: "node",
        always_run: true,
        pass_filenames: false,
      });
      expect(entry).toMatch(/^queue-lint --staged/);
    },
  );

  it.each(hooks)(
    "$id names no stages: pre-commit 3.1 refuses the new names, and pre-commit 4 warns of the old ones",
    (hook) => {
      expect(hook).not.toHaveProperty("stages");
    },
  );

  it.each(hooks)("$id passes a good index, and fails for a commit that only deletes a spec", async ({ entry }) => {
    const repository = gitRepository(files);
    const args = entry.split(" ").slice(1);
    expect(await run(args, { cwd: repository.root })).toMatchObject({ code: 0 });
    repository.git("rm", "-rq", "specs/001-halls");
    const { code, out } = await run(args, { cwd: repository.root });
    expect(code).toBe(1);
    expect(out).toContain("promotion/spec-removed");
  });
});
