import { InvalidArgumentError, Option, type Command } from "commander";
import { UsageError } from "../core/errors.ts";

/** `--json` and `--format json` mean the same for every command that has one of them. */
export function unifyJsonFlags(command: Command): void {
  const names = command.options.map(({ long }) => long);
  if (names.includes("--json") && !names.includes("--format"))
    command.addOption(new Option("--format <name>", "text or json").argParser(oneFormat).hideHelp());
}

/** Reads `--format json`, before or after the command, as `--json`. Throws a `UsageError` for another format of the audit. */
export function applyJsonFlag(command: Command): void {
  if (!command.options.some(({ long, hidden }) => long === "--format" && hidden)) return;
  const format: unknown = command.getOptionValue("format");
  if (isJson(format)) command.setOptionValueWithSource("json", true, "cli");
  else if (Array.isArray(format))
    throw new UsageError(
      `“${command.name()}” has the formats text and json, on standard output.`,
      "The other formats are those of the audit.",
    );
}

/** A word, or what the audit makes of it when the flag is before the command. */
function isJson(format: unknown): boolean {
  if (!Array.isArray(format)) return format === "json";
  const [only, ...others] = format as readonly { readonly name: string; readonly path: string | undefined }[];
  return others.length === 0 && only?.name === "json" && only.path === undefined;
}

function oneFormat(value: string): string {
  if (value === "text" || value === "json") return value;
  throw new InvalidArgumentError("Write text or json; the other formats are those of the audit.");
}
