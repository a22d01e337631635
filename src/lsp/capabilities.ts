import {
  CodeActionKind,
  MarkupKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type InitializeResult,
} from "vscode-languageserver";
import { version } from "../core/version.ts";

/** What of a client the answers depend on. */
export interface ClientTraits {
  readonly related: boolean;
  readonly versioned: boolean;
  readonly markup: MarkupKind;
  readonly watchesFolders: boolean;
}

export function traitsOf({ textDocument, workspace }: ClientCapabilities): ClientTraits {
  const formats = textDocument?.hover?.contentFormat;
  return {
    related: textDocument?.publishDiagnostics?.relatedInformation === true,
    versioned: workspace?.workspaceEdit?.documentChanges === true,
    markup: formats?.includes(MarkupKind.Markdown) === true ? MarkupKind.Markdown : MarkupKind.PlainText,
    watchesFolders: workspace?.workspaceFolders === true,
  };
}

export const initializeResult: InitializeResult = {
  serverInfo: { name: "queue-lint", version },
  capabilities: {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.queue-lint`] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    codeLensProvider: {},
    completionProvider: { triggerCharacters: ["#", " ", ">", "→", "/", "(", ":"] },
    renameProvider: { prepareProvider: true },
    workspaceSymbolProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
};
