import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { ConfigFormat } from "../core/config-file.ts";
import type { ConfigFault, ConfigReading } from "./config-value.ts";
import { positionAt } from "./text-position.ts";

/** The key of package.json that holds the configuration. */
export const packageKey = "queue-lint";

/** Reads JSON, JSON with comments and trailing commas, or the key `queue-lint` of a package.json. */
export function readJson(text: string, format: Exclude<ConfigFormat, "yaml">): ConfigReading {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, {
    disallowComments: format !== "jsonc",
    allowTrailingComma: format === "jsonc",
    allowEmptyContent: false,
  });
  if (errors.length > 0 || tree === undefined) return { ok: false, faults: syntaxFaults(text, errors, format) };
  const holders = format === "package" ? propertiesOf(tree).filter((property) => keyOf(property) === packageKey) : [];
  const root = format === "package" ? holders.at(-1)?.children?.[1] : tree;
  const repeated = [...holders.slice(1), ...(root === undefined ? [] : repeatedKeys(root))];
  if (repeated.length > 0) return { ok: false, faults: repeated.map((property) => repeatedFault(text, property)) };
  return {
    ok: true,
    config: {
      value: root === undefined ? {} : valueOf(root),
      locate: (path, part) => positionAt(text, offsetOf(root ?? tree, path, part)),
    },
  };
}

const meanings: Readonly<Record<string, string>> = {
  InvalidSymbol: "there is a word here that JSON does not know; put text between double quotes",
  InvalidNumberFormat: "there is a number here that JSON cannot read",
  PropertyNameExpected: "a key between double quotes is expected here; a comma may be before it that belongs away",
  ValueExpected: "a value is expected here",
  ColonExpected: "a colon is expected here",
  CommaExpected: "a comma is expected here",
  CloseBraceExpected: "a closing brace “}” is expected here",
  CloseBracketExpected: "a closing bracket “]” is expected here",
  EndOfFileExpected: "the configuration is already complete before this; remove what follows",
  UnexpectedEndOfComment: "a comment is not closed",
  UnexpectedEndOfString: "a string is not closed; end it with a double quote",
  UnexpectedEndOfNumber: "a number is not complete",
  InvalidUnicode: "a \\u escape needs four hexadecimal digits",
  InvalidEscapeCharacter: "a backslash begins an escape that JSON does not know; write “\\\\” for a backslash",
  InvalidCharacter: "a string holds a control character; write it as an escape",
};

/** Without what only follows from the fault before it: a second one at the same place, or that a word it does not know is not a value. */
function syntaxFaults(text: string, errors: readonly ParseError[], format: ConfigFormat): ConfigFault[] {
  const own = errors.filter((error, index) => {
    const before = errors[index - 1];
    const follows =
      before !== undefined &&
      printParseErrorCode(before.error) === "InvalidSymbol" &&
      printParseErrorCode(error.error) === "ValueExpected";
    return !follows && before?.offset !== error.offset;
  });
  return own.map((error) => syntaxFault(text, error, format));
}

function syntaxFault(text: string, error: ParseError, format: ConfigFormat): ConfigFault {
  const comment =
    format === "json"
      ? "JSON has no comments; rename the file to queue-lint.config.jsonc, or remove the comment"
      : "JSON has no comments; remove the comment";
  const name = printParseErrorCode(error.error);
  const message = name === "InvalidCommentToken" ? comment : meanings[name];
  return { ...positionAt(text, error.offset), message: message ?? "this is not JSON" };
}

function repeatedKeys(node: Node): Node[] {
  const seen = new Set<string>();
  const own = propertiesOf(node).filter((property) => seen.has(keyOf(property)) || !seen.add(keyOf(property)));
  return [...own, ...(node.children ?? []).flatMap(repeatedKeys)];
}

function repeatedFault(text: string, property: Node): ConfigFault {
  return {
    ...positionAt(text, property.offset),
    message: `the key “${keyOf(property)}” is written twice; keep one of the two`,
  };
}

function propertiesOf(node: Node): readonly Node[] {
  return node.type === "object" ? (node.children ?? []).filter((child) => child.type === "property") : [];
}

function keyOf(property: Node): string {
  return String(property.children?.[0]?.value);
}

/** Plain data. Keys are defined, not assigned, so that `__proto__` is a key like any other. */
function valueOf(node: Node): unknown {
  if (node.type === "array") return (node.children ?? []).map(valueOf);
  if (node.type !== "object") return node.value as unknown;
  const object = {};
  for (const property of propertiesOf(node)) {
    const held = property.children?.[1];
    const value = held === undefined ? undefined : valueOf(held);
    Object.defineProperty(object, keyOf(property), { value, enumerable: true, configurable: true, writable: true });
  }
  return object;
}

function offsetOf(root: Node, path: readonly PropertyKey[], part: "key" | "value"): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length) as (string | number)[]);
    if (node === undefined) continue;
    const property = part === "key" && length === path.length && node.parent?.type === "property" ? node.parent : node;
    return property.offset;
  }
  return root.offset;
}
