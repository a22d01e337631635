import { UsageError } from "../core/errors.ts";
import type { ToolAnswer } from "./answers.ts";
import type { Look, WarmTree } from "./warm-tree.ts";

/** What the protocol calls a result. */
export interface ToolResult {
  [key: string]: unknown;
  content: { type: "text"; text: string }[];
  structuredContent?: Record<string, unknown>;
  isError?: boolean;
}

/** Answers from the tree as it is now. */
export async function answer(tree: WarmTree, from: (look: Look) => ToolAnswer): Promise<ToolResult> {
  return say(async () => from(await tree.look()));
}

/** What cannot be answered is said in words: a client shows them, and a server that ends helps nobody. */
export async function say(from: () => ToolAnswer | Promise<ToolAnswer>): Promise<ToolResult> {
  try {
    const { text, data } = await from();
    return { content: [{ type: "text", text }], structuredContent: { ...data } };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const place = error.place === undefined ? "" : ` (${error.place})`;
    return {
      content: [{ type: "text", text: `queue-lint did not look: ${error.message}${place} ${error.help}` }],
      isError: true,
    };
  }
}
