import { definitionsAt, referencesAt } from "./find-definitions.ts";
import { hoverAt } from "./hover.ts";
import { atDocument, atPosition, clientLocations, type LspServer } from "./lsp-server.ts";
import { workspaceSymbols } from "./symbols.ts";
import { codeLenses } from "./why.ts";

/** Answers what only reads. */
export function answerDocuments(server: LspServer): void {
  const { connection, workspace } = server;
  connection.onHover((params) => atPosition(server, params, (spot) => hoverAt(spot, server.traits.markup)));
  connection.onDefinition((params) =>
    atPosition(server, params, (spot, place) => clientLocations(place, definitionsAt(spot))),
  );
  connection.onReferences((params) =>
    atPosition(server, params, (spot, place) =>
      clientLocations(place, referencesAt(spot, params.context.includeDeclaration)),
    ),
  );
  connection.onCodeLens((params) => atDocument(server, params, ({ look, path }) => codeLenses(look, path)));
  connection.onWorkspaceSymbol(async ({ query }) => {
    const found = workspace.repositories.map(async (repository) => {
      const look = await repository.read();
      return look === undefined ? [] : workspaceSymbols(repository, look, query);
    });
    return (await Promise.all(found)).flat();
  });
}
