import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { didYouMean } from "./config/nearest-word.ts";
import { UsageError } from "./core/errors.ts";

/**
 * The pages of the rules, which the package ships. They say all that the rules say of themselves, so that nothing else needs to be loaded. From
 * dist/chunks/ in the package, from src/cli/commands/ in a checkout; in this order: three levels above dist/chunks/ is nobody knows what.
 */
const folders = ["../../docs/rules", "../docs/rules"].map((path) => join(import.meta.dirname, path));

/** The page of a rule as Markdown. Throws a `UsageError` with the nearest id for a rule that is not there. */
export function rulePage(id: string): string {
  const page = /^[a-z-]+\/[a-z0-9-]+$/.test(id) ? readPage(id) : undefined;
  if (page === undefined) throw unknownRule(id);
  return page;
}

function readPage(id: string): string | undefined {
  for (const folder of folders) {
    try {
      return readFileSync(join(folder, `${id}.md`), "utf8");
    } catch {
      // It is in another folder, or there is no such rule.
    }
  }
  return undefined;
}

function unknownRule(id: string): UsageError {
  const ids = folders
    .flatMap(filesIn)
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.replaceAll("\\", "/").slice(0, -".md".length));
  return new UsageError(
    `There is no rule “${id}”${didYouMean(id, ids) || "."}`,
    "Run “queue-lint rules” for the ids of all rules; a plugin describes its own.",
  );
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
}
