import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LintOptions } from "../lint.ts";
import type { AuditedLook, Look } from "./look.ts";
import { Repository, type RepositoryListener } from "./repository.ts";
import { pathOfUri } from "./uris.ts";

/** A document of a repository. */
export interface Place {
  readonly repository: Repository;
  readonly look: Look;
  /** From the root. */
  readonly path: string;
}

/** The same after an audit. */
export interface AuditedPlace extends Place {
  readonly look: AuditedLook;
}

/** The repositories of the folders that a client has open. */
export class Workspace {
  readonly #options: LintOptions;
  readonly #listener: RepositoryListener & { refused(error: unknown): void };
  /** By the URIs of folders; folders of one repository share it. */
  readonly #folders = new Map<string, Repository>();
  readonly #open = new Map<string, TextDocument>();

  constructor(options: LintOptions, listener: RepositoryListener & { refused(error: unknown): void }) {
    this.#options = options;
    this.#listener = listener;
  }

  get repositories(): readonly Repository[] {
    return [...new Set(this.#folders.values())];
  }

  add(folder: string): void {
    const cwd = pathOfUri(folder);
    if (cwd === undefined) return;
    try {
      const repository = new Repository({ ...this.#options, cwd }, this.#listener);
      const same = this.repositories.find(({ root }) => root === repository.root);
      this.#folders.set(folder, same ?? repository);
      if (same !== undefined) return void repository.close();
      for (const document of this.#open.values()) this.#hand(repository, document.uri, document);
      repository.begin();
    } catch (error) {
      this.#listener.refused(error);
    }
  }

  /** The repository that is no longer needed, if it is the folder's own. */
  async remove(folder: string): Promise<Repository | undefined> {
    const repository = this.#folders.get(folder);
    this.#folders.delete(folder);
    if (repository === undefined || this.repositories.includes(repository)) return undefined;
    await repository.close();
    return repository;
  }

  async close(): Promise<void> {
    await Promise.all(this.repositories.map((repository) => repository.close()));
  }

  /** Takes the text of a document that is open or was changed. */
  take(document: TextDocument): void {
    this.#open.set(document.uri, document);
    this.#handToAll(document.uri, document);
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#open.delete(uri);
    this.#handToAll(uri, undefined);
  }

  /** Where a document is; undefined outside of all repositories, and in one that could not be audited. A repository inside of another one wins. */
  async placeOf(uri: string): Promise<Place | undefined> {
    const owner = this.#ownerOf(uri);
    const look = await owner?.repository.read();
    return owner === undefined || look === undefined ? undefined : { ...owner, look };
  }

  /** The same with what an audit finds. */
  async auditedPlaceOf(uri: string): Promise<AuditedPlace | undefined> {
    const owner = this.#ownerOf(uri);
    const look = await owner?.repository.audited();
    return owner === undefined || look === undefined ? undefined : { ...owner, look };
  }

  #ownerOf(uri: string): Omit<Place, "look"> | undefined {
    return this.repositories
      .flatMap((repository) => {
        const path = repository.pathOf(uri);
        return path === undefined ? [] : [{ repository, path }];
      })
      .sort((one, other) => other.repository.root.length - one.repository.root.length)[0];
  }

  #handToAll(uri: string, document: TextDocument | undefined): void {
    for (const repository of this.repositories) this.#hand(repository, uri, document);
  }

  #hand(repository: Repository, uri: string, document: TextDocument | undefined): void {
    const path = repository.pathOf(uri);
    if (path !== undefined) repository.take(path, document);
  }
}
