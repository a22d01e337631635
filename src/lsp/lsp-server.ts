import type { Connection, Location as ClientLocation, Position } from "vscode-languageserver";
import { UsageError } from "../core/errors.ts";
import type { Location } from "../core/location.ts";
import { printable } from "../reporters/printable.ts";
import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { ClientTraits } from "./capabilities.ts";
import { textOf, type Spot } from "./look.ts";
import { positioned, rangeOf } from "./positions.ts";
import type { AuditedPlace, Place, Workspace } from "./workspace.ts";

/** What answers a client. */
export interface LspServer {
  readonly connection: Connection;
  readonly workspace: Workspace;
  /** Of the client, once it has said so. */
  traits: ClientTraits;
}

/** The parameters of a question about a position of a document. */
interface PositionParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Answers a question about a document; null for one that is not of a repository that could be audited. */
export async function atDocument<Answer>(
  { workspace }: LspServer,
  { textDocument }: Pick<PositionParams, "textDocument">,
  answer: (place: Place) => Answer,
): Promise<Answer | null> {
  const place = await workspace.placeOf(textDocument.uri);
  return place === undefined ? null : answered(() => answer(place));
}

/** The same with what an audit finds. */
export async function atAudit<Answer>(
  { workspace }: LspServer,
  { textDocument }: Pick<PositionParams, "textDocument">,
  answer: (place: AuditedPlace) => Answer,
): Promise<Answer | null> {
  const place = await workspace.auditedPlaceOf(textDocument.uri);
  return place === undefined ? null : answered(() => answer(place));
}

/** The same as `atDocument` about a position. */
export function atPosition<Answer>(
  server: LspServer,
  params: PositionParams,
  answer: (spot: Spot, place: Place) => Answer,
): Promise<Answer | null> {
  return atDocument(server, params, (place) => {
    const { look, path } = place;
    const offset = positioned(textOf(look, path) ?? "").offsetAt(params.position);
    return answer({ look, path, offset }, place);
  });
}

/** Bad input is an answer in words. */
function answered<Answer>(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new ResponseError(LSPErrorCodes.RequestFailed, printable(`${error.message} ${error.help}`));
  }
}

export function clientLocations({ repository }: Place, locations: readonly Location[]): ClientLocation[] {
  return locations.map((location) => ({ uri: repository.uriOf(location.path), range: rangeOf(location) }));
}
