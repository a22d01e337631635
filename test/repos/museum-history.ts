import type { EntryLife } from "../../src/engine/entry-lives.ts";
import { run } from "../cli/run.ts";
import { copies, gitRepository } from "../source/git-repository.ts";

export const queue = "docs/product/spec-candidates.md";

export const spec =
  "# Feature specification: Halls\n\nPeople walk through the halls of a museum and see what stands there.\n";

export const night =
  "- `Night mode`: pages are too bright after dark, and visitors who come in the evening complain about it at the counter every single day.\n";

export const maps = "- `Seat maps`: visitors do not find their seats.\n";

export const queueOf = ({ active = "", deferred = "", promoted = "" }): string =>
  `# Spec candidates\n\n## Active\n\n${active}\n## Deferred\n\n${deferred}\n## Promoted to spec\n\n- Halls -> Spec 001 (\`halls\`)\n${promoted}`;

/** Seven commits: added, moved, renamed, promoted, gone, back again, and one that touches no planning document. */
export const museum = copies(() => {
  const repository = gitRepository({ [queue]: queueOf({ active: night + maps }), "specs/001-halls/spec.md": spec });
  const commit = (message: string, files: Record<string, string>): void => {
    repository.write(files);
    repository.commit(message);
  };
  commit("Defer night mode", { [queue]: queueOf({ active: maps, deferred: night }) });
  commit("Rename night mode", {
    [queue]: queueOf({ active: maps, deferred: night.replace("`Night mode`", "`Evening mode` (formerly Night mode)") }),
  });
  commit("Promote seat maps", {
    [queue]: queueOf({
      deferred: night.replace("`Night mode`", "`Evening mode` (formerly Night mode)"),
      promoted: "- Seat maps -> Spec 002 (`seat-maps`)\n",
    }),
    "specs/002-seat-maps/spec.md": spec,
  });
  commit("Unrelated", { "src/a.ts": "export {};\n" });
  commit("Merge badly", { [queue]: queueOf({ promoted: "- Seat maps -> Spec 002 (`seat-maps`)\n" }) });
  commit("Put it back", {
    [queue]: queueOf({
      deferred: night.replace("`Night mode`", "`Evening mode` (formerly Night mode)"),
      promoted: "- Seat maps -> Spec 002 (`seat-maps`)\n",
    }),
  });
  return repository;
});

export const lives = async (root: string, ...args: string[]): Promise<readonly EntryLife[]> =>
  (JSON.parse((await run(["history", "--json", ...args], { cwd: root })).out) as { entries: EntryLife[] }).entries;

export const story = ({ events }: EntryLife): string[] =>
  events.map(({ kind, commit, line, detail }) => `${kind} in “${commit.subject}” at ${line}: ${detail}`);
