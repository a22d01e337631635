import { serveStdio, StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import type { LintOptions } from "../lint.ts";
import { mcpServer } from "./mcp-server.ts";
import { WarmTree } from "./warm-tree.ts";

/** Serves one client over the standard streams, until it hangs up. */
export async function serveMcp(options: LintOptions, onError: (error: Error) => void): Promise<void> {
  const tree = new WarmTree(options);
  const transport = new StdioServerTransport();
  const closed = new Promise<void>((resolve) => {
    for (const event of ["end", "close", "error"] as const) process.stdin.once(event, () => void resolve());
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void resolve());
  });
  const handle = serveStdio(() => mcpServer(tree), { transport, onerror: onError });
  await closed;
  await handle.close();
}
