import type { Nodes } from "mdast";
import type { Block, ListItem, TableRow } from "../core/document.ts";
import type { MarkdownTree } from "./markdown-tree.ts";
import { moved } from "./moved.ts";
import { given, moveBetween, Origin, withOrigin } from "./origin.ts";

type Part = Block | ListItem | TableRow;

interface Kept {
  /** As it was read first. */
  readonly first: Part;
  /** As it stood last. */
  last: Part;
}

/** A private field and not a WeakMap, as for `Origin`. */
class WithKept extends given {
  #kept: Kept;

  constructor(node: Nodes, kept: Kept) {
    super(node);
    this.#kept = kept;
  }

  static of(node: object): Kept | undefined {
    return #kept in node ? (node as WithKept).#kept : undefined;
  }

  static set(node: Nodes, kept: Kept): void {
    if (#kept in node) (node as WithKept).#kept = kept;
    else new WithKept(node, kept);
  }
}

/**
 * What is read from a node, once: the parser hands out the same node for a part of a text that it knows already, wherever the part stands now, and then
 * what was read from it is moved there. A part is known by its node, and so by its text and by what stands around it as far as that matters to the parser.
 */
export function onceForNode<Node extends Nodes, Read extends Part>(tree: MarkdownTree, node: Node, read: (tree: MarkdownTree, node: Node) => Read): Read {
  if (!tree.isRemembered) return read(tree, node);
  const known = WithKept.of(node);
  if (known !== undefined && tree.isAt(node, known.last.location)) return known.last as Read;
  const location = tree.locate(node);
  if (known === undefined || known.first.location.path !== location.path || known.first.location.column !== location.column) {
    const first = marked(read(tree, node));
    WithKept.set(node, { first, last: first });
    return first;
  }
  known.last = moved(known.first, moveBetween(known.first.location, location));
  return known.last as Read;
}

/** Gives an origin to all that readers of claims remember something of. */
function marked<Read extends Part>(part: Read): Read {
  if ("cells" in part) part.cells.forEach((cell) => withOrigin(cell, new Origin()));
  else if (part.kind === "paragraph") withOrigin(part.content, new Origin());
  else if (part.kind === "list") part.items.forEach(marked);
  else if (part.kind === "table") [{ cells: part.header }, ...part.rows].flatMap((row) => row.cells).forEach((cell) => withOrigin(cell, new Origin()));
  if (!("cells" in part) && part.kind !== "item") return part;
  if (!("cells" in part)) {
    withOrigin(part.content, new Origin());
    part.blocks.forEach(marked);
  }
  return withOrigin(part, new Origin());
}
