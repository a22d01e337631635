import { isAbsolute, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { UsageError } from "../core/errors.ts";

const wayOut = "Correct the plugin or its entry under “plugins”, or run with --no-plugins.";

/**
 * Imports an ES module that the configuration names: a path from the root of the repository, or a package that is
 * installed there. This runs its code. Rejects with a `UsageError` that names the plugin.
 */
export async function loadPlugin(name: string, root: string): Promise<unknown> {
  const file = locate(name, root);
  withdrawSecrets(process.env);
  try {
    const { importModule } = await import("./import-module.ts");
    return await importModule(pathToFileURL(file).href);
  } catch (error) {
    throw new UsageError(`The plugin ${name} cannot be loaded: ${firstLine(error)}.`, wayOut);
  }
}

const secret = /^(?:INPUT_|ACTIONS_)|(?:^|_)(?:TOKEN|SECRET|PASSWORD)$/i;

/** A plugin runs until the process ends, so that what it should not see is gone for good; whoever needs it has read it by then. */
function withdrawSecrets(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) if (secret.test(name)) Reflect.deleteProperty(environment, name);
}

function locate(name: string, root: string): string {
  if (name.startsWith(".")) {
    const file = resolve(root, name);
    const inside = relative(root, file);
    if (inside.startsWith("..") || isAbsolute(inside))
      throw new UsageError(`The plugin ${name} lies outside the repository.`, wayOut);
    return file;
  }
  try {
    // Most audits load no plugin, and this module loads much else.
    return process.getBuiltinModule("node:module").createRequire(join(root, "package.json")).resolve(name);
  } catch {
    throw new UsageError(
      `The plugin ${name} is not installed in ${root}.`,
      "Install it, or write a path that begins with ./ for a file of the repository.",
    );
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split("\n", 1)[0] ?? "").replace(/\.$/, "");
}
