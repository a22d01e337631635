import { realpathSync } from "node:fs";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LintOptions } from "../lint.ts";
import { findRoot } from "../source/find-root.ts";
import { WatchSession } from "../watch/watch-session.ts";
import type { AuditedLook, Look } from "./look.ts";
import { pathBelowRoots, uriOfPath } from "./uris.ts";

/** Is told how each audit of a repository ended. */
export interface RepositoryListener {
  audited(
    repository: Repository,
    look: AuditedLook,
    details: { readonly time: number; readonly parsed: readonly string[] },
  ): void;
  failed(repository: Repository, error: unknown): void;
}

/** After so many milliseconds without a keystroke there is an audit. Questions do not wait for it. */
const pause = 60;

/** One repository, kept warm: it is audited with the texts of open documents, and anew when something changes on the disk. */
export class Repository {
  /** Absolute path. */
  readonly root: string;
  readonly #roots: readonly string[];
  readonly #session: WatchSession;
  /** Open documents by their paths from the root. */
  readonly #documents = new Map<string, TextDocument>();
  #look: AuditedLook | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** Throws a `UsageError` when there is no such directory. */
  constructor(options: LintOptions & { readonly cwd: string }, listener: RepositoryListener) {
    this.root = findRoot(options.cwd, options.root);
    this.#roots = [this.root, realpathSync.native(this.root)];
    this.#session = new WatchSession(
      { ...options, root: this.root },
      {
        audited: (report, time, { tree, parsed }) => {
          this.#look = { ...tree, report, root: this.root };
          listener.audited(this, this.#look, { time, parsed });
        },
        failed: (error) => {
          this.#look = undefined;
          listener.failed(this, error);
        },
      },
    );
  }

  begin(): void {
    void this.#session.begin();
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#session.close();
  }

  /** The path of a document from the root; undefined when it is elsewhere. */
  pathOf(uri: string): string | undefined {
    return pathBelowRoots(this.#roots, uri);
  }

  /** As the client names it, where it has the document open. */
  uriOf(path: string): string {
    return this.#documents.get(path)?.uri ?? uriOfPath(this.root, path);
  }

  /** The open document at a path. */
  document(path: string): TextDocument | undefined {
    return this.#documents.get(path);
  }

  /** Takes the text of an open document; undefined when it was closed, so that the text on the disk counts again. */
  take(path: string, document: TextDocument | undefined): void {
    if (document === undefined) this.#documents.delete(path);
    else this.#documents.set(path, document);
    this.#session.hold(new Map([...this.#documents].map(([at, one]) => [at, one.getText()])));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#audit(), pause);
  }

  /** The repository with all that was typed so far; undefined when it could not be audited. No rule has looked at it yet. */
  async read(): Promise<Look | undefined> {
    const tree = await this.#session.read();
    return tree === undefined ? undefined : { ...tree, root: this.root };
  }

  /** The same with what an audit finds. */
  async audited(): Promise<AuditedLook | undefined> {
    if (this.#timer !== undefined) this.#audit();
    await this.#session.settled();
    return this.#look;
  }

  #audit(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#session.auditTexts();
  }
}
