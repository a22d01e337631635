import fc from "fast-check";
import { hostilePiece } from "./hostile-text.ts";

/** One change of a text. `at` and `to` count lines, modulo the number of lines there are; `offset` characters, in the same way. */
type Mutation =
  | { readonly act: "delete" | "double" | "join" | "indent" | "quote"; readonly at: number }
  | { readonly act: "move" | "overwrite"; readonly at: number; readonly to: number }
  | { readonly act: "cut"; readonly offset: number; readonly length: number }
  | { readonly act: "insert"; readonly offset: number; readonly piece: string }
  | { readonly act: "line"; readonly at: number; readonly piece: string }
  | { readonly act: "ending"; readonly piece: string };

const position = fc.nat(10_000);

/** Changes of a text; `line` makes whole lines to put in. */
export function mutations(line: fc.Arbitrary<string>): fc.Arbitrary<readonly Mutation[]> {
  const mutation: fc.Arbitrary<Mutation> = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        act: fc.constantFrom(
          "delete" as const,
          "double" as const,
          "join" as const,
          "indent" as const,
          "quote" as const,
        ),
        at: position,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ act: fc.constantFrom("move" as const, "overwrite" as const), at: position, to: position }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constant("cut" as const), offset: position, length: fc.nat(30) }) },
    { weight: 4, arbitrary: fc.record({ act: fc.constant("insert" as const), offset: position, piece: hostilePiece }) },
    { weight: 5, arbitrary: fc.record({ act: fc.constant("line" as const), at: position, piece: line }) },
    {
      weight: 1,
      arbitrary: fc.record({ act: fc.constant("ending" as const), piece: fc.constantFrom("\r\n", "\r", "\u2028") }),
    },
  );
  return fc.array(mutation, { minLength: 1, maxLength: 8 });
}

/** The text after all changes, one after the other. */
export function mutate(text: string, changes: readonly Mutation[]): string {
  return changes.reduce(applyOne, text);
}

function applyOne(text: string, change: Mutation): string {
  if (change.act === "ending") return text.replace(/\r\n|\n/g, change.piece);
  if (change.act === "insert" || change.act === "cut") {
    const offset = change.offset % (text.length + 1);
    return change.act === "insert"
      ? text.slice(0, offset) + change.piece + text.slice(offset)
      : text.slice(0, offset) + text.slice(offset + change.length);
  }
  const lines = text.split("\n");
  const at = change.at % lines.length;
  if (change.act === "line") lines.splice(at, 0, change.piece);
  else if (change.act === "move" || change.act === "overwrite") move(lines, at, change);
  else rewrite(lines, at, change.act);
  return lines.join("\n");
}

function rewrite(lines: string[], at: number, act: "delete" | "double" | "join" | "indent" | "quote"): void {
  const own = lines[at] ?? "";
  const next = lines[at + 1];
  const instead = {
    delete: [],
    double: [own, own],
    join: [own + (next ?? "")],
    indent: [`  ${own}`],
    quote: [`> ${own}`],
  };
  lines.splice(at, act === "join" ? 2 : 1, ...instead[act]);
}

/** Puts a line before another one, or in its place, with that one gone. */
function move(lines: string[], at: number, { act, to }: Extract<Mutation, { readonly to: number }>): void {
  lines.splice(to % lines.length, act === "overwrite" ? 1 : 0, ...lines.splice(at, 1));
}
