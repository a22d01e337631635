import type { ScriptCall } from "../../core/claims/claim.ts";

/** Flags whose value is the next word. The value of the second kind is a directory. */
const valued = new Set(["-w", "--workspace", "--filter", "-F", "--loglevel", "--reporter", "--stage", "workspace"]);
const directories = new Set(["--prefix", "-C", "--dir", "--cwd", "--modules-dir"]);
const managers = /^(?:npm|pnpm|yarn|bun)$/;
/** A name as package.json has it. What holds a slash or ends like a file is a file that bun runs; a star is a pattern for the reader. */
const scriptName = /^(?!.*\.(?:[cm]?[jt]sx?|json|html|sh|py)$)[\w.@-]+(?::[\w.@-]+)*$/;

/** The scripts that one line of a shell runs, in order. `directory` is where lines before it have gone. */
export function scriptCalls(
  line: string,
  directory?: string,
): { calls: readonly ScriptCall[]; directory: string | undefined } {
  let current = directory;
  const calls: ScriptCall[] = [];
  for (const part of line.split(/&&|\|\||[;|]/)) {
    const words = part
      .trim()
      .replace(/^[$>%]\s+/, "")
      .split(/\s+/);
    while (/^(?:\w+=\S*|sudo|time|then|do|else|exec|\()$/.test(words[0] ?? "")) words.shift();
    if (words[0] === "cd" || words[0] === "pushd") current = words[1]?.replace(/^["']|["')]$/g, "");
    const call = callIn(words, current);
    if (call !== undefined) calls.push(call);
  }
  return { calls, directory: current };
}

function callIn([tool = "", ...words]: readonly string[], directory: string | undefined): ScriptCall | undefined {
  if (!managers.test(tool) || words.includes("--if-present")) return undefined;
  const { plain, end, where } = readArguments(words);
  const [run, name] = plain;
  if ((run !== "run" && run !== "run-script") || name === undefined || !scriptName.test(name)) return undefined;
  return {
    tool: tool as ScriptCall["tool"],
    name,
    directory: where ?? directory,
    text: [tool, ...words.slice(0, end)].join(" "),
  };
}

interface CallArguments {
  /** The first words that are neither a flag nor its value, two at most. */
  readonly plain: readonly string[];
  /** The index after the last word that was read. */
  readonly end: number;
  readonly where: string | undefined;
}

/** Reads up to the name of the script, or to `--`: what follows is for the script. */
function readArguments(words: readonly string[]): CallArguments {
  const plain: string[] = [];
  let where: string | undefined;
  let end = 0;
  while (plain.length < 2 && end < words.length && words[end] !== "--") {
    const [flag = "", value] = (words[end] ?? "").split("=", 2);
    end += 1;
    if (takesValue(flag)) {
      const named = value ?? words[end++];
      if (directories.has(flag)) where = named;
    } else if (!flag.startsWith("-")) plain.push(flag);
  }
  return { plain, end, where };
}

function takesValue(flag: string): boolean {
  return valued.has(flag) || directories.has(flag);
}
