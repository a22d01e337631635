import type { Command } from "commander";
import { entryKey } from "../../core/entry-key.ts";
import type { EntryLife } from "../../engine/entry-lives.ts";
import { printable, printableJson } from "../../reporters/printable.ts";
import type { CommandDefinition } from "../command-definition.ts";
import { addOpenFlags, addWalkFlags, lintOptions, walkOptions } from "../options.ts";

const examples = `
Examples:
  npx queue-lint history                  the life of every entry, from commit to commit
  npx queue-lint history "Seat maps"      that of one, by its title or a former one
  npx queue-lint history --since v1.0     what happened since a commit`;

export const historyCommand: CommandDefinition = {
  name: "history",
  group: "Look back",
  description: "show when entries were added, moved, renamed, promoted, gutted and lost, with commit and line",
  argument: ["[entry]", "a title, or a former one"],
  define(command, { io }) {
    addWalkFlags(addOpenFlags(command))
      .option("--json", "print the lives as JSON")
      .addHelpText("after", examples)
      .action(async (entry: string | undefined, flags: { json?: boolean }, self: Command) => {
        const [{ entryLives, livesNamed }, { nearest }, { table }] = await Promise.all([
          import("../../replay.ts"),
          import("../../core/nearest.ts"),
          import("../table.ts"),
        ]);
        const { lives, gap } = await entryLives({ ...lintOptions(self, io), ...walkOptions(self) });
        const found =
          entry === undefined
            ? lives
            : livesNamed(lives, entryKey(entry), (key, keys) => nearest(key, keys, Math.ceil(key.length * 0.4)));
        io.stdout.write(
          flags.json === true
            ? printableJson({ version: 1, entries: found })
            : found.map((life) => shown(life, table)).join("\n"),
        );
        io.stderr.write(
          `${found.length} ${found.length === 1 ? "entry" : "entries"}${gap === undefined ? "" : `; ${gap}`}\n`,
        );
      });
  },
};

function shown({ title, events }: EntryLife, table: (rows: readonly (readonly string[])[]) => string): string {
  const rows = events.map(({ kind, commit, path, line, detail }) =>
    [`  ${commit.date.slice(0, 10)}`, commit.id.slice(0, 7), kind, `${path}:${line}`, detail].map(printable),
  );
  // The first row is made for a header; there is none.
  return `${printable(title)}\n${table(rows)}`;
}
