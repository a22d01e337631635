import type { TaskProgress } from "../../core/fact.ts";
import { Option, type Command } from "commander";
import type { EntryRow } from "../../core/board.ts";
import { entryRoles } from "../../core/claims/claim.ts";
import { printable, printableJson } from "../../reporters/printable.ts";
import type { UnreadPart } from "../../core/unread-part.ts";
import type { Io } from "../io.ts";
import { addOpenFlags, addTreeFlags, lintOptions } from "../options.ts";
import type { CommandDefinition } from "../command-definition.ts";

const examples = `Examples:
  npx queue-lint entries                 every candidate, in the order of the queue
  npx queue-lint entries --role manual   those of one section
  npx queue-lint entries --unread        what was read as nothing, and why
  npx queue-lint entries --json          for a program`;

export const entriesCommand: CommandDefinition = {
  name: "entries",
  group: "Plan",
  description: "list every candidate with its section, spec, task progress and place",
  examples,
  define(command, { io }) {
    addTreeFlags(addOpenFlags(command))
      .addOption(new Option("--role <role>", "only candidates of one role").choices(entryRoles))
      .option("--unread", "instead of the candidates what was read as nothing, with its place and the reason")
      .option("--json", "print the list as JSON")

      .action(async (flags: { role?: string; unread?: boolean; json?: boolean }, self: Command) => {
        const { open, listEntries, listUnread } = await import("../../lint.ts");
        const { model } = await open(lintOptions(self, io));
        if (flags.unread === true) return printUnread(listUnread(model), flags.json === true, io);
        const rows = listEntries(model).filter((row) => flags.role === undefined || row.role === flags.role);
        if (flags.json === true) io.stdout.write(printableJson(rows));
        else if (rows.length > 0)
          io.stdout.write(
            (await import("../table.ts")).table([
              ["role", "priority", "title", "spec", "tasks", "place"],
              ...rows.map(cells),
            ]),
          );
        io.stderr.write(
          `${rows.length} ${rows.length === 1 ? "entry" : "entries"}${flags.role === undefined ? "" : ` with the role ${flags.role}`}${model.settings.queue === undefined ? "; the repository has no queue" : ` in ${printable(model.settings.queue.path)}`}\n`,
        );
      });
  },
};

async function printUnread(parts: readonly UnreadPart[], asJson: boolean, io: Io): Promise<void> {
  if (asJson) io.stdout.write(printableJson(parts));
  else if (parts.length > 0)
    io.stdout.write(
      (await import("../table.ts")).table([
        ["text", "reason", "place"],
        ...parts.map(({ text = "(the whole file)", reason, path, line }) =>
          [shortened(text, 60), reason, `${path}:${line}`].map(printable),
        ),
      ]),
    );
  io.stderr.write(`${parts.length} ${parts.length === 1 ? "part was" : "parts were"} read as nothing\n`);
}

function cells({ role, priority, title, specs, path, line }: EntryRow): string[] {
  const spec = specs.map(({ digits, exists }) => (exists ? digits : `${digits} (missing)`)).join(", ");
  const tasks = specs.flatMap((one) => (one.tasks === undefined ? [] : [progress(one.tasks)])).join(", ");
  return [role, shortened(priority ?? "-", 24), shortened(title, 60), spec || "-", tasks || "-", `${path}:${line}`].map(
    printable,
  );
}

function progress({ done, open, deferred }: TaskProgress): string {
  const all = done + open + deferred;
  return all === 0 ? "no boxes" : `${done}/${all}`;
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
