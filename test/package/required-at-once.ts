import ts from "typescript";

/** The files beside it that a file of CommonJS loads while it is loaded itself: calls of `require` outside of functions. */
export function requiredAtOnce(code: string): string[] {
  const paths: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "require") {
      const [path] = node.arguments;
      if (path !== undefined && ts.isStringLiteralLike(path) && path.text.startsWith(".")) paths.push(path.text);
    }
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile("chunk.cjs", code, ts.ScriptTarget.ES2023));
  return paths;
}
