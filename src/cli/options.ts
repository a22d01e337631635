import { InvalidArgumentError, type Command } from "commander";
import { didYouMean } from "../config/nearest-word.ts";
import { presetNames, type PresetName } from "../config/resolved-config.ts";
import { UsageError } from "../core/errors.ts";
import { severities, type Severity } from "../core/finding.ts";
import type { LintOptions } from "../lint.ts";
import type { Io } from "./io.ts";

/** The flags that say what is read; every command that opens a repository has them. */
export interface OpenFlags {
  readonly root?: string;
  readonly config?: string;
  readonly preset?: string;
  readonly rule?: Readonly<Record<string, Severity | "off">>;
  readonly layout?: readonly string[];
  readonly plugins?: boolean;
  readonly baseline?: string | false;
  readonly staged?: boolean;
  readonly ref?: string;
  readonly base?: string;
  readonly configFrom?: "tree" | "base";
  readonly allowBaselineGrowth?: boolean;
  readonly online?: boolean;
}

export function addOpenFlags(command: Command): Command {
  return command
    .optionsGroup("What is read:")
    .option("--root <dir>", "directory to read (default: the repository around the current one)")
    .option(
      "--config <file>",
      "configuration file (default: queue-lint.config.json, .jsonc, .yaml, or a package.json key)",
    )
    .option(
      "--layout <name>",
      "how the repository arranges its planning: a preset, or the path of a JSON file (repeatable; default: what it shows)",
      (value: string, earlier: readonly string[] = []) => [...earlier, value],
    )
    .option("--no-plugins", "load no plugins: for a configuration that is not trusted");
}

/** The flags that name another tree than the work tree. */
export function addTreeFlags(command: Command): Command {
  return command
    .optionsGroup("What is read:")
    .option("--staged", "read what is staged, as a commit would hold it now, instead of the work tree")
    .option("--ref <ref>", "read a commit, by any name that git knows; nothing is checked out");
}

/** The flags of commands that walk the history. */
export function addWalkFlags(command: Command): Command {
  return command
    .option("--since <ref>", "begin after this commit (default: with the first one)")
    .option("--ref <ref>", "end with this commit (default: HEAD)");
}

/** What `addWalkFlags` adds to the options. */
export function walkOptions(command: Command): { readonly since: string | undefined } {
  return { since: command.opts<{ since?: string }>().since };
}

/** The flag of commands whose rules may ask a server. */
export function addOnlineFlag(command: Command): Command {
  return command
    .optionsGroup("What is read:")
    .option("--online", "ask the server of “origin” about the issues and pull requests that the documents name");
}

export function addRuleFlags(command: Command): Command {
  return command
    .optionsGroup("Rules:")
    .option("--preset <name>", `preset: ${presetNames.join(", ")}`)
    .option("--rule <id:severity>", "severity of a rule: error, warning, info or off (repeatable)", collectRule);
}

/** Names of severities in other tools, and in the report. */
const severityNames: Readonly<Record<string, Severity | "off">> = {
  ...Object.fromEntries([...severities, "off" as const].map((name) => [name, name])),
  warn: "warning",
  advisory: "info",
  "0": "off",
  "1": "warning",
  "2": "error",
};

/** `promotion/once:off`, or `promotion/once=off`. Unknown rules are refused with the configuration, which knows them. */
function collectRule(value: string, earlier: Record<string, Severity | "off"> = {}): Record<string, Severity | "off"> {
  const [, id = "", severity = ""] = /^([^:=]+)[:=]([^:=]+)$/.exec(value) ?? [];
  const state = Object.hasOwn(severityNames, severity) ? severityNames[severity] : undefined;
  if (id === "" || state === undefined)
    throw new InvalidArgumentError(
      `Write id:severity, such as promotion/once:warning; severities are ${severities.join(", ")}, off.`,
    );
  return { ...earlier, [id]: state };
}

/** A preset by its name; undefined stays undefined. Throws a `UsageError` with the nearest name for an unknown one. */
export function presetOf(name: string | undefined): PresetName | undefined {
  const known = presetNames.find((one) => one === name);
  if (name === undefined || known !== undefined) return known;
  throw new UsageError(
    `There is no preset “${name}”${didYouMean(name, presetNames) || "."}`,
    `Write one of ${presetNames.join(", ")}.`,
  );
}

/** Hands flags that are before the command to it. Throws a `UsageError` for those it does not take, and for those given twice. */
export function inheritFlags(program: Command, command: Command): void {
  if (command === program) return;
  const given = program.options.filter((option) => program.getOptionValueSource(option.attributeName()) === "cli");
  // --baseline and --no-baseline are two flags of one value.
  for (const option of given.filter(
    (one, index) => given.findIndex((other) => other.attributeName() === one.attributeName()) === index,
  )) {
    const name = option.attributeName();
    const taken = command.options.some((one) => one.attributeName() === name);
    // Wrappers put --no-color before everything; commands without colour obey it as they are.
    if (!taken && name !== "color")
      throw new UsageError(
        `“${command.name()}” has no flag ${option.long ?? option.flags}.`,
        `Run “queue-lint ${command.name()} --help” for its flags.`,
      );
    if (taken && command.getOptionValueSource(name) === "cli")
      throw new UsageError(
        `${option.long ?? option.flags} is given before and after “${command.name()}”.`,
        "Write all flags after the command.",
      );
    if (taken) command.setOptionValueWithSource(name, program.getOptionValue(name), "cli");
  }
}

/** The options of `open` and `lint`. */
export function lintOptions(command: Command, io: Io): LintOptions {
  const { root, config, layout, preset, rule, plugins, baseline, staged, ref, base, ...flags } =
    command.opts<OpenFlags>();
  return {
    cwd: io.cwd,
    root,
    config,
    layouts: layout,
    preset: presetOf(preset),
    rules: flags.allowBaselineGrowth === true ? { ...rule, "suppression/baseline-grew": "off" } : rule,
    plugins,
    baseline,
    staged,
    ref,
    base,
    configFrom: flags.configFrom,
    online: flags.online,
  };
}
