import type { Nodes } from "mdast";
import type { Block, ListItem, TableRow } from "../core/document.ts";
import type { MarkdownTree } from "./markdown-tree.ts";
import { moved } from "./moved.ts";
import { moveBetween, Origin, originOf, withOrigin } from "./origin.ts";

type Part = Block | ListItem | TableRow;

interface Kept {
  /** As it was read first. */
  readonly first: Part;
  /** As it stood last. */
  last: Part;
}

const reader = {};

/**
 * What is read from a node, once: the parser hands out the same node for a part of a text that it knows already, wherever the part stands now, and then
 * what was read from it is moved there. A part is known by its node, and so by its text and by what stands around it as far as that matters to the parser.
 */
export function onceForNode<Node extends Nodes, Read extends Part>(
  tree: MarkdownTree,
  node: Node,
  read: (tree: MarkdownTree, node: Node) => Read,
): Read {
  if (!tree.isRemembered) return read(tree, node);
  const known = originOf(node)?.recall(reader) as Kept | undefined;
  if (known !== undefined && tree.isAt(node, known.last.location)) return known.last as Read;
  const location = tree.locate(node);
  if (
    known === undefined ||
    known.first.location.path !== location.path ||
    known.first.location.column !== location.column
  ) {
    const first = marked(read(tree, node));
    const origin = originOf(node) ?? new Origin();
    origin.remember(reader, { first, last: first });
    withOrigin(node, origin);
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
  else if (part.kind === "table")
    [{ cells: part.header }, ...part.rows]
      .flatMap((row) => row.cells)
      .forEach((cell) => withOrigin(cell, new Origin()));
  if (!("cells" in part) && part.kind !== "item") return part;
  if (!("cells" in part)) {
    withOrigin(part.content, new Origin());
    part.blocks.forEach(marked);
  }
  return withOrigin(part, new Origin());
}
