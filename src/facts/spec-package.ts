import { entryKey } from "../core/entry-key.ts";
import { UsageError } from "../core/errors.ts";
import type { Deferral, SpecPackage, Task, TaskProgress } from "../core/fact.ts";
import { startOf, type Location } from "../core/location.ts";
import type { Settings } from "../core/settings.ts";
import type { DirectoryEntry, ReadResult, Snapshot } from "../core/snapshot.ts";
import type { Quotation } from "../core/quotation.ts";
import { withOwnStrings } from "./with-own-strings.ts";
import { headerValues } from "./header-values.ts";
import { lineLocator } from "../core/line-locator.ts";
import { statedStatus } from "./stated-status.ts";
import { scanSpecFile, type SpecFile } from "./spec-file.ts";
import { countTasks, readTasks, scanMarkers, type SpecMarkers } from "./spec-markers.ts";

/** What the name of a package's directory says. */
export interface SpecDirectory {
  readonly path: string;
  readonly name: string;
  readonly number: number;
  readonly digits: string;
  readonly slug: string;
}

/** A file as it was read; `id` identifies its content. */
export interface FileContent {
  readonly path: string;
  readonly text: string;
  readonly id: string;
}

export type ScannedSpec = SpecFile & { readonly markers: SpecMarkers };

/** Where packages are read, and how what their spec files say is found out. */
export interface PackageSource {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly scan: (file: FileContent) => ScannedSpec;
}

/** All at once: the text is not kept until the next one asks. */
export function scanSpec({ path, text }: FileContent): ScannedSpec {
  return withOwnStrings({ ...scanSpecFile(text), markers: scanMarkers(path, text) });
}

/**
 * A spec package that is looked at when somebody asks. One class, since there are thousands: with a closure for each question they took more memory than the
 * documents. No text is held. False stands for what was looked for and is not there.
 */
export class LazySpecPackage implements SpecPackage {
  readonly #named: SpecDirectory;
  readonly #source: PackageSource;
  #listing: readonly DirectoryEntry[] | undefined = undefined;
  #files: readonly string[] | undefined = undefined;
  #specFile: string | false | undefined = undefined;
  #scanned: ScannedSpec | false | undefined = undefined;
  #status: string | false | undefined;
  #statusLine: Quotation | false | undefined;
  #tasks: TaskProgress | false | undefined = undefined;
  #closeOut: Quotation | false | undefined = undefined;
  #titleKey: string | undefined = undefined;

  constructor(named: SpecDirectory, source: PackageSource) {
    this.#named = named;
    this.#source = source;
  }

  get location(): Location {
    return startOf(this.#named.path);
  }

  get number(): number {
    return this.#named.number;
  }

  get digits(): string {
    return this.#named.digits;
  }

  get slug(): string {
    return this.#named.slug;
  }

  get text(): string {
    return this.#named.name;
  }

  get path(): string {
    return this.#named.path;
  }

  get files(): readonly string[] {
    return (this.#files ??= this.#entries().map((entry) => entry.name));
  }

  get specFile(): string | undefined {
    this.#specFile ??= this.#findSpecFile() ?? false;
    return this.#specFile === false ? undefined : this.#specFile;
  }

  get title(): string | undefined {
    return this.#scan()?.title;
  }

  get titleKey(): string {
    return (this.#titleKey ??= entryKey(this.title ?? ""));
  }

  get status(): string | undefined {
    this.#status ??= statedStatus(this.#scan()?.status, this.#source.settings.statuses.all) ?? false;
    return this.#status === false ? undefined : this.#status;
  }

  get statusLine(): Quotation | undefined {
    this.#statusLine ??= this.#findStatusLine() ?? false;
    return this.#statusLine === false ? undefined : this.#statusLine;
  }

  #findStatusLine(): Quotation | undefined {
    const { statusLine: line } = this.#scan() ?? {};
    if (line === undefined) return undefined;
    return ifDefined(this.#read(this.specFile), ({ path, text }) => ({
      text: `Status: ${this.status ?? ""}`,
      location: lineLocator(path, text)(line),
    }));
  }

  get branch(): string | undefined {
    return this.#scan()?.branch;
  }

  get parents(): readonly string[] {
    return (
      ifDefined(this.#read(this.specFile), ({ text }) =>
        headerValues(text, this.#source.settings.declarations.parents),
      ) ?? []
    );
  }

  get tasks(): TaskProgress | undefined {
    this.#tasks ??= ifDefined(this.#readTasks(), ({ text }) => countTasks(text, this.#source.settings.boxes)) ?? false;
    return this.#tasks === false ? undefined : this.#tasks;
  }

  get taskList(): readonly Task[] | undefined {
    return ifDefined(this.#readTasks(), ({ path, text }) => readTasks(path, text, this.#source.settings.boxes));
  }

  get clarifications(): readonly Quotation[] {
    return this.#scan()?.markers.clarifications ?? [];
  }

  get deferrals(): readonly Deferral[] {
    return this.#scan()?.markers.deferrals ?? [];
  }

  get closeOut(): Quotation | undefined {
    this.#closeOut ??=
      this.#scan()?.markers.closeOut ??
      ifDefined(this.#readTasks(), ({ path, text }) => withOwnStrings(scanMarkers(path, text)))?.closeOut ??
      false;
    return this.#closeOut === false ? undefined : this.#closeOut;
  }

  get substantial(): boolean | undefined {
    return this.#scan()?.substantial;
  }

  #scan(): ScannedSpec | undefined {
    this.#scanned ??= ifDefined(this.#read(this.specFile), this.#source.scan) ?? false;
    return this.#scanned === false ? undefined : this.#scanned;
  }

  #findSpecFile(): string | undefined {
    const entries = this.#entries();
    const name = this.#source.settings.specFiles.find((candidate) =>
      entries.some((entry) => entry.name === candidate && entry.kind === "file"),
    );
    return name === undefined ? undefined : `${this.path}/${name}`;
  }

  #readTasks(): FileContent | undefined {
    return this.#entries().some(({ name, kind }) => name === "tasks.md" && kind !== "special")
      ? this.#read(`${this.path}/tasks.md`)
      : undefined;
  }

  #entries(): readonly DirectoryEntry[] {
    return (this.#listing ??= listed(this.#source.snapshot, this.path));
  }

  #read(path: string | undefined): FileContent | undefined {
    if (path === undefined) return undefined;
    const result = this.#source.snapshot.read(path);
    refuseUnreadable(result, path);
    return result.ok ? { path, text: result.text, id: result.id } : undefined;
  }
}

/** The entries of a directory that is there. Throws a `UsageError` when it cannot be listed: it is not the same as an empty one. */
export function listed(snapshot: Snapshot, directory: string): readonly DirectoryEntry[] {
  const entries = snapshot.entries(directory);
  if (entries.length === 0) refuseUnreadable(snapshot.read(`${directory}/spec.md`), directory);
  return entries;
}

/** Nearly every rule asks what the specs hold: without them an audit would report what is not so, or pass what is not. */
function refuseUnreadable(result: ReadResult, path: string): void {
  if (result.ok || result.reason !== "unreadable") return;
  throw new UsageError(
    `The specs cannot be read: ${result.detail}.`,
    "Make them readable for the user who runs the audit, or set `specs` to false if they live in another repository.",
    path,
  );
}

function ifDefined<Value, Result>(value: Value | undefined, map: (value: Value) => Result): Result | undefined {
  return value === undefined ? undefined : map(value);
}
