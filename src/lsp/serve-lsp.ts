import { createConnection, ProposedFeatures, TextDocuments, type InitializeParams } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { pathToFileURL } from "node:url";
import { UsageError } from "../core/errors.ts";
import type { LintOptions } from "../lint.ts";
import { printable } from "../reporters/printable.ts";
import { answerDocuments } from "./answer-documents.ts";
import { answerEdits } from "./answer-edits.ts";
import { initializeResult, traitsOf } from "./capabilities.ts";
import { DiagnosticPublisher } from "./publish-diagnostics.ts";
import type { LspServer } from "./lsp-server.ts";
import { Workspace } from "./workspace.ts";

/** Serves one client over the standard streams. The process ends when the client does: with 0 after it asked for the shutdown, else with 1. */
export function serveLsp(options: LintOptions & { readonly cwd: string }): void {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const publisher = new DiagnosticPublisher(connection);
  const say = (error: unknown): void => {
    connection.console.error(error instanceof UsageError ? sentence(error) : printable(String(error)));
  };
  const workspace = new Workspace(options, {
    audited: (repository, look, { time, parsed }) => {
      connection.tracer.log(
        `audited ${repository.root} in ${time.toFixed(0)} ms`,
        `parsed: ${parsed.join(", ") || "nothing"}`,
      );
      publisher.audited(repository, look);
    },
    failed: (repository, error) => {
      publisher.failed(repository, error);
      say(error);
    },
    refused: say,
  });
  const server: LspServer = { connection, workspace, traits: traitsOf({}) };
  begin(server, { publisher, options });
  follow(server);
  answerDocuments(server);
  answerEdits(server);
  connection.listen();
}

function sentence({ message, help, place }: UsageError): string {
  return [...(place === undefined ? [] : [`${place}:`]), message, help].map(printable).join(" ");
}

interface Beginning {
  readonly publisher: DiagnosticPublisher;
  readonly options: LintOptions & { readonly cwd: string };
}

function begin(server: LspServer, { publisher, options }: Beginning): void {
  const { connection, workspace } = server;
  let folders: readonly string[] = [];
  connection.onInitialize((params) => {
    server.traits = traitsOf(params.capabilities);
    publisher.related = server.traits.related;
    // A root that the command line names is the only one.
    folders = options.root === undefined ? foldersOf(params, options.cwd) : [pathToFileURL(options.cwd).href];
    return initializeResult;
  });
  connection.onInitialized(() => {
    for (const folder of folders) workspace.add(folder);
    if (!server.traits.watchesFolders || options.root !== undefined) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of added) workspace.add(uri);
      for (const { uri } of removed)
        void workspace.remove(uri).then((repository) => {
          if (repository !== undefined) publisher.forget(repository);
        });
    });
  });
  connection.onShutdown(() => workspace.close());
}

/** A client without folders may have a root; one without both has the current directory. */
function foldersOf({ workspaceFolders, ...params }: InitializeParams, cwd: string): readonly string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null && workspaceFolders.length > 0)
    return workspaceFolders.map(({ uri }) => uri);
  return [params.rootUri ?? pathToFileURL(cwd).href];
}

function follow({ connection, workspace }: LspServer): void {
  const documents = new TextDocuments(TextDocument);
  documents.onDidChangeContent(({ document }) => void workspace.take(document));
  documents.onDidClose(({ document }) => void workspace.forget(document.uri));
  documents.listen(connection);
}
