import { isMap, isNode, isScalar, parseDocument, visit, type Document, type Node, type YAMLError } from "yaml";
import type { ConfigFault, ConfigReading } from "./config-value.ts";
import { positionAt } from "./text-position.ts";

/** Reads YAML 1.2. Unknown tags and more than one document are faults too. */
export function readYaml(text: string): ConfigReading {
  const document = parseDocument(text, { prettyErrors: false, version: "1.2", schema: "core" });
  const problems: YAMLError[] = [...document.errors, ...document.warnings];
  if (problems.length > 0) return { ok: false, faults: problems.map((problem) => syntaxFault(text, problem)) };
  const nested = aliasFaults(text, document);
  if (nested.length > 0) return { ok: false, faults: nested };
  return {
    ok: true,
    config: {
      value: document.toJS() as unknown,
      locate: (path, part) => positionAt(text, offsetOf(document, path, part)),
    },
  };
}

function syntaxFault(text: string, { code, message, pos }: YAMLError): ConfigFault {
  const words: Readonly<Record<string, string>> = {
    DUPLICATE_KEY: "a key is written twice; keep one of the two",
    MULTIPLE_DOCS: "a second document begins here; keep one",
    TAB_AS_INDENT: "a tab indents this line; YAML wants spaces",
    BAD_INDENT: "this line is indented in a way that fits no line above it",
    BLOCK_AS_IMPLICIT_KEY:
      "there is a second colon in this line; put the value between quotes, or on a line of its own",
    MULTILINE_IMPLICIT_KEY: "a key has to be on one line, with a colon after it",
    MISSING_CHAR: "a quote or a bracket is not closed, or a comma or colon is missing",
    BAD_ALIAS: "a value begins with “*”; put it between quotes",
    BAD_DQ_ESCAPE: "a backslash begins an escape that YAML does not know; write “\\\\” for a backslash",
    BAD_SCALAR_START: "a value begins with a character that YAML keeps for itself; put it between quotes",
    UNEXPECTED_TOKEN: "this does not belong here; look at quotes, brackets and indentation before it",
    TAG_RESOLVE_FAILED: "a tag (“!name”) is not supported; write the value itself",
  };
  return {
    ...positionAt(text, pos[0]),
    message: words[code] ?? `YAML cannot read this: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
  };
}

/** A configuration is short: an alias saves nothing, and chains of them grow without bound. */
function aliasFaults(text: string, document: Document): ConfigFault[] {
  const faults: ConfigFault[] = [];
  visit(document, {
    Alias: (_, alias) =>
      void faults.push({
        ...positionAt(text, alias.range?.[0] ?? 0),
        message: `the alias “*${alias.source}” is not supported; write the value itself`,
      }),
  });
  return faults;
}

function offsetOf(document: Document, path: readonly PropertyKey[], part: "key" | "value"): number {
  for (let length = path.length; length > 0; length -= 1) {
    const at = path.slice(0, length);
    // A key without a value has no node, only the key is in the text.
    const start =
      (part === "key" && length === path.length ? undefined : startOf(document.getIn(at, true))) ??
      startOf(keyNode(document, at));
    if (start !== undefined) return start;
  }
  return startOf(document.contents) ?? 0;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function keyNode(document: Document, path: readonly PropertyKey[]): Node | undefined {
  const holder = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(holder)) return undefined;
  const pair = holder.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
  return isNode(pair?.key) ? pair.key : undefined;
}
