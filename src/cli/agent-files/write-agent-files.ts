import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { didYouMean } from "../../config/nearest-word.ts";
import { UsageError } from "../../core/errors.ts";
import type { Snapshot } from "../../core/snapshot.ts";
import { unifiedDiff } from "../../engine/unified-diff.ts";
import { printable } from "../../reporters/printable.ts";
import { writeFileAtomically } from "../fix/write-file-atomically.ts";
import type { Io } from "../io.ts";
import { agentFiles, agentNames, type AgentFile, type AgentName } from "./agent-files.ts";

/** The agents of a list, "claude,cursor". Throws a `UsageError` for one that is not known. */
export function agentsIn(list: string): readonly AgentName[] {
  return list.split(",").map((part) => {
    const name = part.trim();
    const known = agentNames.find((one) => one === name);
    if (known !== undefined) return known;
    throw new UsageError(
      `There is no agent “${name}”${didYouMean(name, agentNames) || "."}`,
      `Write some of ${agentNames.join(", ")}, with commas between them.`,
    );
  });
}

interface Change {
  readonly path: string;
  /** Undefined for a file that is yet to come. */
  readonly before: string | undefined;
  readonly after: string;
}

export interface AgentFilesRequest {
  readonly agents: readonly AgentName[];
  readonly snapshot: Snapshot;
  /** True to write without asking. */
  readonly write: boolean;
}

/** Shows the files that tell agents about queue-lint as a patch, and writes them when that is wanted. Rejects with a `UsageError` before anything is written. */
export async function writeAgentFiles({ agents, snapshot, write }: AgentFilesRequest, io: Io): Promise<void> {
  const files: readonly AgentFile[] = agents.flatMap((agent): readonly AgentFile[] => agentFiles[agent]);
  const changes = files.map((file) => changeOf(file, snapshot)).filter(({ before, after }) => before !== after);
  if (changes.length === 0) {
    io.stderr.write("The files say all of it already; nothing was written.\n");
    return;
  }
  const patch = changes.map(({ path, before, after }) => unifiedDiff({ path, before: before ?? "", after })).join("");
  io.stdout.write(patch.split("\n").map(printable).join("\n"));
  const names = changes.map(({ path }) => path).join(", ");
  const isWanted = write || (io.confirm !== undefined && (await io.confirm(`Write ${names}?`)));
  if (!isWanted) {
    io.stderr.write("Nothing was written. “queue-lint init --agent … --write” writes these files.\n");
    return;
  }
  for (const change of changes) await writeChange(change, snapshot.root, io);
  io.stderr.write(`Written: ${names}. “queue-lint doctor --prove” fires their canaries.\n${afterwards(agents)}`);
}

function changeOf({ path, text }: AgentFile, snapshot: Snapshot): Change {
  const read = snapshot.read(path);
  if (!read.ok && read.reason !== "missing")
    throw new UsageError(`The file cannot be read: ${read.detail}.`, "Move it away, or leave this agent out.", path);
  const before = read.ok ? read.text : undefined;
  return { path, before, after: text(before) };
}

async function writeChange({ path, before, after }: Change, root: string, { cwd }: Io): Promise<void> {
  const absolute = join(root, path);
  mkdirSync(dirname(absolute), { recursive: true });
  await writeFileAtomically(absolute, after, { cwd, expected: { text: before } });
}

function afterwards(agents: readonly AgentName[]): string {
  return agents.includes("spec-kit")
    ? "Spec Kit takes its extension with: specify extension add --dev .specify/queue-lint\n"
    : "";
}
