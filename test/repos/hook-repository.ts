import { cpSync, mkdtempSync, readFileSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { program } from "../cli/program.ts";
import { repositoryAt, type Repository } from "../source/git-repository.ts";

const projectRoot = join(import.meta.dirname, "../..");

/**
 * This project as pre-commit clones it, small and quick to install: with its own manifest of hooks, and the bundle committed in
 * place of the sources and of what builds it. It lies in a new directory beside which there is room for other files.
 */
export function hookRepository(): Repository {
  const root = join(realpathSync(mkdtempSync(join(tmpdir(), "queue-lint-hooks-"))), "queue-lint");
  const { name, version, bin, type, files } = JSON.parse(
    readFileSync(join(projectRoot, "package.json"), "utf8"),
  ) as Record<string, unknown>;
  cpSync(join(projectRoot, ".pre-commit-hooks.yaml"), join(root, ".pre-commit-hooks.yaml"));
  cpSync(dirname(program()), join(root, "dist"), { recursive: true });
  const repository = repositoryAt(root);
  repository.write({ "package.json": JSON.stringify({ name, version, bin, type, files }) });
  repository.git("init", "-q", "--template=");
  repository.commit();
  return repository;
}
