import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { program } from "../cli/program.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { queue, queuePath } from "./input-parts.ts";

/** Documents below one megabyte that once took more than the heap that is given here. */
const documents: Readonly<Record<string, string>> = {
  "short paragraphs of emphasis": "*a* **b** `c` _d_\n\n".repeat(12_000),
  "bullets with one title": "- **Seat maps**: words\n".repeat(20_000),
  "fenced blocks": "```\nwords\n```\n\n".repeat(65_000),
  "fences between which no line is blank": "```\n".repeat(124_801),
};

it.each(Object.entries(documents))(
  "is at most 256 MB for %s",
  (_, text) => {
    const root = temporaryDirectory({ [queuePath]: queue + text });
    const { status, signal, stdout, stderr } = spawnSync(
      process.execPath,
      ["--max-old-space-size=256", program(), "--root", root, "--no-cache"],
      { encoding: "utf8", maxBuffer: 1e9 },
    );
    expect({ signal, stderr: stderr.slice(0, 500) }).toEqual({ signal: null, stderr: "" });
    expect([0, 1]).toContain(status);
    expect(stdout).toMatch(/^\d+ claims?:|claims: /m);
  },
  180_000,
);
