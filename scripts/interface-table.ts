import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { markdownTable } from "./markdown-table.ts";

/** The members of an interface as its file declares them: name, type and description. Throws when there is no such interface. */
export function interfaceTable(root: string, path: string, name: string): string {
  const file = ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.ES2023, true);
  const declared = file.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  );
  if (declared === undefined) throw new Error(`${path} has no interface “${name}”.`);
  const rows = declared.members.filter(ts.isPropertySignature).map((member) => [
    `\`${member.name.getText(file)}\``,
    `\`${typeOf(member, file)}\``,
    ts
      .getJSDocCommentsAndTags(member)
      .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "")
      .join(" ")
      .replaceAll(/\s+/g, " "),
  ]);
  return markdownTable(["Option", "Type", "Meaning"], rows);
}

/** The type as it is written; that an optional member may be undefined goes without saying. */
function typeOf({ type }: ts.PropertySignature, file: ts.SourceFile): string {
  return (type?.getText(file) ?? "").replaceAll(/\s+/g, " ").replace(/ \| undefined$/, "");
}
