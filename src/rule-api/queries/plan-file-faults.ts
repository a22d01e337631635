import type { Facts } from "../../core/fact.ts";
import { startOf, type Location } from "../../core/location.ts";
import type { Settings } from "../../core/settings.ts";
import { lineLocator } from "../../core/line-locator.ts";
import type { Quotation } from "../../core/quotation.ts";
import type { ReadResult } from "../../core/snapshot.ts";
import { invisibleFaults, openFaults } from "../../core/text-faults.ts";

type Unread = Extract<ReadResult, { ok: false }>;

/** A file of a package or for agents that cannot be read, or not in full. */
export interface PlanFileFault extends Quotation {
  readonly role: string;
  /** Why nothing could be read; undefined when a part of the file was. */
  readonly unread?: Unread;
  /** What keeps a part of it from being read. */
  readonly problem?: string;
}

interface PlanFile {
  readonly path: string;
  readonly role: string;
}

/** What is wrong with the files that say how far a unit is, and with those for agents. What is not there at all is no fault here. */
export function planFileFaults(facts: Facts, settings: Settings): PlanFileFault[] {
  const inPackages = [...packageFiles(facts, settings), ...unitFiles(facts)];
  const packages = new Map(inPackages.map((file) => [file.path, file]));
  return [
    ...[...packages.values()].flatMap((file) => faultsOf(file, facts)),
    // Their text is parsed, and what is wrong with it said, as that of any other document.
    ...settings.agents.flatMap((path) => unread({ path, role: "agent file" }, facts.paths.read(path))),
  ];
}

/** A directory or pipe in the place of a file is among the names, too. */
function packageFiles(facts: Facts, { specFiles }: Settings): PlanFile[] {
  return facts.specs.all.flatMap(({ path, files, specFile }) => {
    const names = new Set(files);
    const main =
      specFile ?? specFiles.map((name) => `${path}/${name}`).find((one) => names.has(one.slice(path.length + 1)));
    return [
      ...(main === undefined ? [] : [{ path: main, role: "spec file" }]),
      ...["plan", "tasks"].flatMap((name) =>
        names.has(`${name}.md`) ? [{ path: `${path}/${name}.md`, role: `${name} file` }] : [],
      ),
    ];
  });
}

function unitFiles(facts: Facts): PlanFile[] {
  return facts.units.all.flatMap(({ path, files, main }) => [
    ...(main === undefined ? [] : [{ path: main, role: "document" }]),
    ...(files.includes("tasks.md") ? [{ path: `${path}/tasks.md`, role: "tasks file" }] : []),
  ]);
}

function faultsOf(file: PlanFile, facts: Facts): PlanFileFault[] {
  const result = facts.paths.read(file.path);
  if (!result.ok) return unread(file, result);
  return [...invisibleFaults(result.text), ...openFaults(result.text)].map(({ offset, message }) => ({
    role: file.role,
    problem: message,
    ...quoted(file.path, result.text, offset),
  }));
}

function unread({ path, role }: PlanFile, result: ReadResult): PlanFileFault[] {
  // A name in a list whose file is gone by now.
  if (result.ok || result.reason === "missing") return [];
  return [{ role, text: path, location: startOf(path), unread: result }];
}

function quoted(path: string, text: string, offset: number): Quotation {
  const line = text.slice(0, offset).split(/\r\n|\n|\r/).length;
  const location: Location = lineLocator(path, text)(line);
  return { text: text.slice(location.offset, location.endOffset).slice(0, 120).replaceAll("\0", "\uFFFD"), location };
}
