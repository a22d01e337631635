import type { Connection, Diagnostic } from "vscode-languageserver";
import { diagnosticsOf, failureDiagnostic, type DiagnosticsByPath } from "./diagnostics.ts";
import type { AuditedLook } from "./look.ts";
import { documentAt } from "./target.ts";
import type { Repository } from "./repository.ts";

/** Tells a client the diagnostics of its repositories; a document whose own did not change is not told again. */
export class DiagnosticPublisher {
  readonly #connection: Pick<Connection, "sendDiagnostics">;
  /** By repository: what was told, by URI. */
  readonly #told = new Map<Repository, Map<string, string>>();
  /** Whether the client shows related information. */
  related = true;

  constructor(connection: Pick<Connection, "sendDiagnostics">) {
    this.#connection = connection;
  }

  audited(repository: Repository, { report, model }: AuditedLook): void {
    const { related } = this;
    this.#tell(
      repository,
      diagnosticsOf(report, { related, uriOf: (path) => repository.uriOf(documentAt(path, model)) }),
    );
  }

  /** Without an audit nothing is known of any document: the failure alone is shown. Returns whether it has a place. */
  failed(repository: Repository, error: unknown): boolean {
    const failure = failureDiagnostic(error);
    const isAtPlace = failure !== undefined && failure.path !== repository.root;
    this.#tell(repository, new Map(isAtPlace ? [[failure.path, [failure.diagnostic]]] : []));
    return isAtPlace;
  }

  /** Takes back what was told of a repository that is not served any more. */
  forget(repository: Repository): void {
    this.#tell(repository, new Map());
    this.#told.delete(repository);
  }

  #tell(repository: Repository, found: DiagnosticsByPath): void {
    const before = this.#told.get(repository) ?? new Map<string, string>();
    const now = new Map<string, string>();
    for (const [path, diagnostics] of found) {
      const uri = repository.uriOf(path);
      now.set(uri, JSON.stringify(diagnostics));
      if (before.get(uri) !== now.get(uri)) this.#send(uri, diagnostics, repository.document(path)?.version);
    }
    for (const uri of before.keys()) if (!now.has(uri)) this.#send(uri, []);
    this.#told.set(repository, now);
  }

  #send(uri: string, diagnostics: readonly Diagnostic[], version?: number): void {
    void this.#connection.sendDiagnostics({
      uri,
      diagnostics: [...diagnostics],
      ...(version === undefined ? {} : { version }),
    });
  }
}
