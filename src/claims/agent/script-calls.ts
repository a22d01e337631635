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
  let where = directory;
  let isRun = false;
  for (let index = 0; index < words.length; index += 1) {
    const [flag = "", value] = (words[index] ?? "").split("=", 2);
    if (valued.has(flag) || directories.has(flag)) {
      const named = value ?? words[(index += 1)];
      if (directories.has(flag)) where = named;
    } else if (flag === "--") return undefined;
    else if (!flag.startsWith("-")) {
      if (isRun)
        return scriptName.test(flag)
          ? {
              tool: tool as ScriptCall["tool"],
              name: flag,
              directory: where,
              text: [tool, ...words.slice(0, index + 1)].join(" "),
            }
          : undefined;
      if (flag !== "run" && flag !== "run-script") return undefined;
      isRun = true;
    }
  }
  return undefined;
}
