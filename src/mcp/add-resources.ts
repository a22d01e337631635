import { type McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { listEntries } from "../lint.ts";
import { printableJson } from "../reporters/printable.ts";
import { rules } from "../rule-catalogue.ts";
import { rulePage } from "../rule-pages.ts";
import type { Look, WarmTree } from "./warm-tree.ts";

/** What clients may read: the entries of the queue, the rules with their pages, and what was read. */
export function addResources(server: McpServer, tree: WarmTree): void {
  const json = async (
    uri: URL,
    from: (look: Look) => unknown,
  ): Promise<{ contents: { uri: string; mimeType: string; text: string }[] }> => ({
    contents: [{ uri: uri.href, mimeType: "application/json", text: printableJson(from(await tree.look())) }],
  });
  server.registerResource(
    "entries",
    "queue-lint://entries",
    { title: "Entries of the queue", mimeType: "application/json" },
    (uri) => json(uri, ({ opened }) => listEntries(opened.model)),
  );
  server.registerResource(
    "coverage",
    "queue-lint://coverage",
    { title: "What was read, and what was not", mimeType: "application/json" },
    (uri) =>
      json(uri, ({ report: { coverage, inputs, seen, notChecked, notApplicable } }) => ({
        coverage,
        inputs,
        seen,
        notChecked,
        notApplicable,
      })),
  );
  server.registerResource("rules", "queue-lint://rules", { title: "Rules", mimeType: "application/json" }, (uri) =>
    json(uri, ({ opened }) =>
      rules.map(({ id, definition: { meta } }) => ({
        id,
        description: meta.description,
        severity: opened.config.rules.find((one) => one.id === id)?.severity ?? "off",
      })),
    ),
  );
  const page = new ResourceTemplate("queue-lint://rules/{group}/{name}", { list: undefined });
  server.registerResource(
    "rule",
    page,
    { title: "Page of a rule", mimeType: "text/markdown" },
    (uri, { group, name }) => ({
      contents: [{ uri: uri.href, mimeType: "text/markdown", text: rulePage(`${String(group)}/${String(name)}`) }],
    }),
  );
}
