import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Edit } from "../core/finding.ts";
import { textOf } from "./look.ts";
import { positioned, rangeIn } from "./positions.ts";
import type { Place } from "./workspace.ts";

/** Edits of audited texts, as a client applies them; undefined when an open document says something else by now. `versioned` says whether the client compares versions. */
export function workspaceEdit(
  { repository, look }: Place,
  edits: readonly Edit[],
  versioned: boolean,
): WorkspaceEdit | undefined {
  const changes: TextDocumentEdit[] = [];
  for (const path of new Set(edits.map((edit) => edit.path))) {
    const text = textOf(look, path);
    const document = repository.document(path);
    if (text === undefined || (document !== undefined && document.getText() !== text)) return undefined;
    const lines = positioned(text);
    changes.push({
      textDocument: { uri: repository.uriOf(path), version: document?.version ?? null },
      edits: edits
        .filter((edit) => edit.path === path)
        .map((edit) => ({ range: rangeIn(lines, edit), newText: withLineEnds(edit.text, text) })),
    });
  }
  if (versioned) return { documentChanges: changes };
  return { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits as []])) };
}

/** Fixes know the line ends of their document; what is made here has LF. */
function withLineEnds(text: string, around: string): string {
  return /\r\n/.test(around) ? text.replaceAll(/\r?\n/g, "\r\n") : text;
}
