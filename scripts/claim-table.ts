import { join } from "node:path";
import ts from "typescript";
import { markdownTable } from "./markdown-table.ts";

const source = "src/core/claims/claim.ts";

/** The kinds of claim that a rule may ask for, made from the types: what each says, and what it carries beside what all of them have. */
export function claimTable(root: string): string {
  const program = ts.createProgram([join(root, source)], { noLib: true, types: [], strict: true, noEmit: true });
  const checker = program.getTypeChecker();
  const shared = new Set(["kind", ...namesOf(typeNamed("ClaimBase", { program, checker }))]);
  const union = typeNamed("Claim", { program, checker });
  const rows = (union.isUnion() ? union.types : []).flatMap((type) => {
    const carried = namesOf(type).filter((name) => !shared.has(name));
    const row = [code(type.symbol.name), sentenceOf(type.symbol, checker), carried.map(code).join(", ")];
    return kindsOf(type, checker).map((kind) => [code(kind), ...row]);
  });
  if (rows.length === 0) throw new Error(`${source} has no union “Claim” of interfaces with a “kind”.`);
  rows.sort(([one = ""], [other = ""]) => (one < other ? -1 : 1));
  return markdownTable(["Kind", "Type", "What the document says", "What it carries"], rows);
}

interface Compiled {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
}

/** The type that a file of the claims declares under a name. */
function typeNamed(name: string, { program, checker }: Compiled): ts.Type {
  const declared = program
    .getSourceFiles()
    .flatMap((file) => [...file.statements])
    .find(
      (statement): statement is ts.InterfaceDeclaration | ts.TypeAliasDeclaration =>
        (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) && statement.name.text === name,
    );
  if (declared === undefined) throw new Error(`${source} leads to no type “${name}”.`);
  return checker.getTypeAtLocation(declared.name);
}

function namesOf(type: ts.Type): string[] {
  return type.getProperties().map(({ name }) => name);
}

/** The literals of the property `kind`. */
function kindsOf(type: ts.Type, checker: ts.TypeChecker): string[] {
  const property = type.getProperty("kind");
  const kind = property === undefined ? undefined : checker.getTypeOfSymbol(property);
  const literals = kind === undefined ? [] : kind.isUnion() ? kind.types : [kind];
  return literals.flatMap((literal) => (literal.isStringLiteral() ? [literal.value] : []));
}

/** The first sentence of a description. Throws for a type without one: the table would have a hole. */
function sentenceOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll(/\s+/g, " ").trim();
  const sentence = /^.*?[.:](?= [A-Z]|$)/.exec(text)?.[0] ?? text;
  if (sentence === "") throw new Error(`${symbol.name} has no description: write “/** … */” above it.`);
  return sentence;
}

function code(text: string): string {
  return `\`${text}\``;
}
