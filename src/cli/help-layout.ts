import { Help, type Command } from "commander";
import { manualUrl } from "../core/documentation-url.ts";

/** Lays the help of a command out: usage, commands and examples before the many flags, and the address of the documentation last. */
export class HelpLayout extends Help {
  readonly #examples: (name: string) => string | undefined;

  /** `examples` says what is shown before the flags of a command. */
  constructor(examples: (name: string) => string | undefined) {
    super();
    this.#examples = examples;
  }

  override formatHelp(command: Command, helper: Help): string {
    const sections = super
      .formatHelp(command, helper)
      .trimEnd()
      .split(/\n\n(?=\S)/);
    const isProgram = command.parent === null;
    const commandGroups = command.commands.map((one) => one.helpGroup()).filter((heading) => heading !== "");
    const first = sections.filter(
      (section) => !isFlags(section) || commandGroups.some((one) => section.startsWith(one)),
    );
    const flags = sections.filter((section) => !first.includes(section));
    const examples = this.#examples(isProgram ? "audit" : command.name());
    return `${[...first, ...(examples === undefined ? [] : [examples]), ...flags, `Documentation: ${manualUrl}`].join("\n\n")}\n`;
  }
}

/** A group of flags or commands: a heading over indented lines. */
function isFlags(section: string): boolean {
  return /^[^\n]*:\n\s/.test(section) && !section.startsWith("Usage:") && !section.startsWith("Arguments:");
}
