import { CodeActionKind } from "vscode-languageserver";
import { codeActions, fixAll } from "./code-actions.ts";
import { completions } from "./completion.ts";
import { atAudit, atPosition, type LspServer } from "./lsp-server.ts";
import { renamable, rename } from "./rename.ts";

/** Answers what proposes to write: the client does it, or does not. */
export function answerEdits(server: LspServer): void {
  const { connection } = server;
  connection.onCompletion((params) => atPosition(server, params, (spot) => completions(spot)));
  connection.onCodeAction((params) =>
    atAudit(server, params, (place) => {
      const { versioned } = server.traits;
      const { only, diagnostics } = params.context;
      const wants = (kind: string): boolean => only?.some((one) => kind === one || kind.startsWith(`${one}.`)) === true;
      return [
        ...(only === undefined || wants(CodeActionKind.QuickFix)
          ? codeActions(place, { range: params.range, diagnostics, versioned })
          : []),
        ...(wants(`${CodeActionKind.SourceFixAll}.queue-lint`) ? fixAll(place, versioned) : []),
      ];
    }),
  );
  connection.onPrepareRename((params) => atPosition(server, params, (spot) => renamable(spot) ?? null));
  connection.onRenameRequest((params) =>
    atPosition(
      server,
      params,
      (spot, place) => rename(place, spot, { title: params.newName, versioned: server.traits.versioned }) ?? null,
    ),
  );
}
