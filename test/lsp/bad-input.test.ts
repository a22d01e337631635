import { spawn } from "node:child_process";
import { once } from "node:events";
import { renameSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { program } from "../cli/program.ts";
import { isolateGit } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { ferry, promotedLine, queue, queueText, wrongLine } from "../guard/ferry.ts";
import { editor } from "./editor.ts";

isolateGit();
const patience = 90_000;
const config = "queue-lint.config.json";
const before = ["active/required-fields"];

describe("bad input", () => {
  it.each([
    ["half a message", 'Content-Length: 4000\r\n\r\n{"jsonrpc":"2.0","id":1,"meth'],
    ["a header without an end", "Content-Len"],
    ["a body that is not JSON", "Content-Length: 9\r\n\r\nnot: json"],
    ["nothing", ""],
  ])(
    "ends the server without a stack trace after %s",
    async (_, input) => {
      const child = spawn(process.execPath, [program(), "lsp", "--stdio"], { cwd: ferry().root });
      let errors = "";
      child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString("utf8")));
      child.stdin.on("error", () => undefined);
      child.stdin.end(input);
      const [status] = (await once(child, "exit")) as [number];
      expect(status).toBe(1);
      expect(errors).not.toMatch(/\n {4}at /);
    },
    patience,
  );

  it(
    "is told at its place when it is the configuration, and forgotten when it is corrected",
    async () => {
      const repository = ferry();
      const one = await editor(repository.root);
      await one.reports(queue, before);
      repository.write({ [config]: '{\n  "queue": "docs/product/spec-candidates.md",\n  "ruls": {}\n}\n' });
      await expect.poll(() => one.diagnostics(config).length, { timeout: 30_000 }).toBe(1);
      expect(one.diagnostics(config)[0]).toMatchObject({
        severity: 1,
        range: { start: { line: 2, character: 2 } },
        message: expect.stringContaining("Unknown key “ruls”") as string,
      });
      // Nothing is known of the other documents then.
      expect(one.diagnostics(queue)).toEqual([]);
      await one.open(queue, queueText);
      expect(await one.ask("hover", [queue, "Seat maps"])).toBeNull();
      repository.write({ [config]: '{ "queue": "docs/product/spec-candidates.md" }\n' });
      await one.reports(queue, before);
      expect(one.diagnostics(config)).toEqual([]);
      expect(await one.ask("hover", [queue, "Seat maps"])).not.toBeNull();
    },
    patience,
  );

  it(
    "is a repository that vanishes: the server says so, and goes on when it is back",
    async () => {
      const repository = ferry();
      const one = await editor(repository.root);
      await one.reports(queue, before);
      const away = `${repository.root}-away`;
      renameSync(repository.root, away);
      await expect.poll(() => one.logs.join("\n"), { timeout: 30_000 }).toContain("The root is not there any more.");
      await one.reports(queue, []);
      renameSync(away, repository.root);
      await one.open(queue, queueText);
      await one.type(queue, promotedLine, wrongLine);
      await one.reports(queue, [...before, "promotion/slug-matches"]);
    },
    patience,
  );

  it(
    "is a folder that is not there: the others are served",
    async () => {
      const { root } = ferry();
      const one = await editor(root, { folders: [`${temporaryDirectory({})}/gone`, root] });
      await one.reports(queue, before);
      expect(one.initialized.serverInfo?.name).toBe("queue-lint");
    },
    patience,
  );

  it(
    "is no second server of one repository: each has its own buffers",
    async () => {
      const { root } = ferry();
      const [one, other] = await Promise.all([editor(root), editor(root)]);
      await one.open(queue, queueText.replace(promotedLine, wrongLine));
      await one.reports(queue, [...before, "promotion/slug-matches"]);
      await other.reports(queue, before);
      await one.save(queue);
      await other.reports(queue, [...before, "promotion/slug-matches"]);
    },
    patience,
  );
});
