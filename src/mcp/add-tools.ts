import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { severities } from "../core/finding.ts";
import { rulePage } from "../rule-pages.ts";
import { audit, checkItem, nextItem, proposeFix } from "./answers.ts";
import { answer, say } from "./tool-result.ts";
import type { WarmTree } from "./warm-tree.ts";

const readOnly = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const;

const path = z.string().optional().describe("A file or directory, from the root of the repository");

/** What clients may ask. Nothing writes. */
export function addTools(server: McpServer, tree: WarmTree): void {
  server.registerTool(
    "next_item",
    {
      title: "Next item",
      description: "The one entry of the queue that may be picked now, or why none may",
      annotations: readOnly,
    },
    () => answer(tree, nextItem),
  );
  server.registerTool(
    "check_item",
    {
      title: "May this be worked on?",
      description: "One line: allowed, refused or unknown, why, and what a person would have to write to release it",
      inputSchema: z.object({
        item: z
          .string()
          .optional()
          .describe(
            "Title, slug or path:line of an entry, or name of a unit; default: what .specify/feature.json or the branch names",
          ),
        moment: z
          .enum(["start", "stop"])
          .optional()
          .describe("start: may it begin; stop: what does the work leave behind"),
      }),
      annotations: readOnly,
    },
    (question) => answer(tree, (look) => checkItem(look, question, tree.options)),
  );
  addAudit(server, tree);
  addRuleTools(server, tree);
}

function addRuleTools(server: McpServer, tree: WarmTree): void {
  server.registerTool(
    "explain",
    {
      title: "Explain a rule",
      description: "What a rule checks, why, its options and examples",
      inputSchema: z.object({ rule: z.string().describe("Id, such as promotion/spec-exists") }),
      annotations: readOnly,
    },
    ({ rule }) => say(() => ({ text: rulePage(rule), data: { rule } })),
  );
  server.registerTool(
    "propose_fix",
    {
      title: "Propose a fix",
      description: "The patch that the fixes of a rule would make, and what it settles. Writes nothing",
      inputSchema: z.object({ rule: z.string().describe("Id of the rule"), path }),
      annotations: readOnly,
    },
    ({ rule, path: only }) => answer(tree, (look) => proposeFix(look, rule, only)),
  );
}

function addAudit(server: McpServer, tree: WarmTree): void {
  server.registerTool(
    "audit",
    {
      title: "Audit",
      description:
        "Where planning documents and repository disagree; only what this work introduced, unless all is set",
      inputSchema: z.object({
        path,
        severity: z.enum(severities).optional().describe("The least severe that is shown"),
        maxTokens: z
          .number()
          .int()
          .min(100)
          .max(100_000)
          .optional()
          .describe("About so many tokens at most (default: 2000)"),
        all: z.boolean().optional().describe("Also what was there before"),
      }),
      annotations: readOnly,
    },
    (question) => answer(tree, (look) => audit(look, question)),
  );
}
