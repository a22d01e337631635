import type { Command } from "commander";
import type { CommandContext } from "./command-context.ts";

/** The parts into which the program’s help divides the commands. */
export type CommandGroup = "Check" | "Plan" | "Agents" | "Look back" | "Set up";

/** A command of the program. */
export interface CommandDefinition {
  readonly name: string;
  /** One line of the program's help. */
  readonly description: string;
  /** Its part of the program’s help. */
  readonly group: CommandGroup;
  /** Shown before the flags. */
  readonly examples?: string;
  /** Its one argument as the usage shows it, `<required>` or `[optional]`, and what it is. */
  readonly argument?: readonly [name: string, description: string];
  /** Nobody types a hidden one. */
  readonly hidden?: boolean;
  /** Adds flags, examples and action. Called only when the command is named: most runs name none, and adding the flags of all takes a tenth of the start. */
  define(command: Command, context: CommandContext): void;
}
