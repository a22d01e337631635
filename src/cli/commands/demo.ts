import { usesColor } from "../io.ts";
import type { CommandDefinition } from "../command-definition.ts";

const examples = `Examples:
  npx queue-lint demo`;

export const demoCommand: CommandDefinition = {
  name: "demo",
  group: "Set up",
  description: "show an audit of a small made-up repository, in memory",
  examples,
  define(command, { io }) {
    command.action(async () => {
      const [{ lintSnapshot }, { demoRepository }, { text }] = await Promise.all([
        import("../../api/lint-snapshot.ts"),
        import("../demo-repository.ts"),
        import("../../reporters/formats/text.ts"),
      ]);
      io.stdout.write(
        "A queue, a roadmap and a ledger of a made-up harbour, and what its repository says of them:\n\n",
      );
      const report = lintSnapshot(demoRepository);
      const { columns } = io.stdout;
      io.stdout.write(
        text.render(report, {
          quiet: false,
          color: usesColor(io, true),
          links: false,
          ...(columns === undefined ? {} : { width: columns }),
        }),
      );
      io.stderr.write(`\nIn your own repository: queue-lint, then queue-lint init.\n`);
    });
  },
};
