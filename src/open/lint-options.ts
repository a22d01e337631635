import type { ModelCache } from "../build-model.ts";
import type { PresetName } from "../config/resolved-config.ts";
import type { Severity } from "../core/finding.ts";
import type { ReadObserver } from "../core/read-observer.ts";
import type { WorkTreeMemory } from "../source/work-tree.ts";

export interface LintOptions {
  /** Directory to audit. Without it, the nearest directory above `cwd` that has a configuration or is a repository. */
  readonly root?: string | undefined;
  /** Defaults to `process.cwd()`. */
  readonly cwd?: string | undefined;
  /** Path of a configuration file, relative to `cwd`. Without it the conventional names are tried, in the audited tree. */
  readonly config?: string | undefined;
  /** "base" to judge by the configuration of the base instead of that of the audited tree. Needs a base. Default: "tree". */
  readonly configFrom?: "tree" | "base" | undefined;
  /** Names or paths of layouts, instead of those of the configuration. */
  readonly layouts?: readonly string[] | undefined;
  /** Which rules are on, and how severe they are. Wins over the configuration. */
  readonly preset?: PresetName | undefined;
  /** Severities that win over preset and configuration: `{ "promotion/once": "off" }`. */
  readonly rules?: Readonly<Record<string, Severity | "off">> | undefined;
  /** False to load no plugins, for a configuration that is not trusted; their rules are then not checked. Default: true. */
  readonly plugins?: boolean | undefined;
  /** Path of the baseline, relative to `cwd`, inside the root; false for none. Without it the configuration says which. */
  readonly baseline?: string | false | undefined;
  /** True to audit what is staged instead of the work tree. The rules that need a base compare it with the last commit. */
  readonly staged?: boolean | undefined;
  /** A commit to audit instead of the work tree, by any name that git knows. */
  readonly ref?: string | undefined;
  /**
   * A ref to compare with, or "auto": what is there since the audited tree parted from it already fails no run. Without it the rules that need a base compare the work tree with
   * the last commit.
   */
  readonly base?: string | undefined;
  /** True to ask the server of the repository about the issues and pull requests that the documents name. Default: false, nothing is asked of anybody. */
  readonly online?: boolean | undefined;
  /** The file that keeps the server's answers; false for none. Default: below node_modules, or in the cache folder of the user. */
  readonly onlineCache?: string | false | undefined;
  /** ISO 8601 date; defaults to the current date. */
  readonly today?: string | undefined;
}

/** What the command line asks for beside that. */
export interface OpenOptions extends LintOptions {
  /** Is told what is looked at. */
  readonly observer?: ReadObserver | undefined;
  /** What is known of the work tree already. */
  readonly memory?: WorkTreeMemory | undefined;
  /** What was read of its documents already; what is read now is added. */
  readonly cache?: ModelCache | undefined;
}
