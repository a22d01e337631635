import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse-config.ts";
import { rules } from "../../rules/index.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { run } from "./run.ts";

const sound = {
  "docs/product/spec-candidates.md":
    "# Queue\n\n## Active\n\n### Seat maps\n\n- **Priority**: P2\n\n### Waiting lists\n\n- **Priority**: P1\n- **Depends on**: Spec 001\n\n### Refunds\n\n- **Priority**: P1\n- **Depends on**: Spec 002\n\n## Promoted\n\n- Tickets -> Spec 001 (`tickets`)\n- Halls -> Spec 002 (`halls`)\n",
  "specs/001-tickets/spec.md": "# Tickets\n\nVisitors buy tickets and get them by mail.\n",
  "specs/001-tickets/tasks.md": "- [x] T001 Sell\n- [X] T002 Mail\n",
  "specs/002-halls/spec.md": "# Halls\n\nHalls have rows, seats and an address.\n",
  "specs/002-halls/tasks.md": "- [x] T001 Rows\n- [~] T002 Seats\n- [-] T003 Address\n",
};
const queue = "docs/product/spec-candidates.md";
const quietRules = ["--rule", "active/priority-order:off"];

let root = "";
beforeEach(() => {
  root = temporaryDirectory(sound);
});

describe("init", () => {
  it("shows a configuration that its own parser takes, and writes nothing", async () => {
    const { code, out, err } = await run(["init", "--root", root]);
    expect(code).toBe(0);
    expect(err).toContain("Nothing was written");
    expect(parseConfig({ path: "draft.jsonc", text: out, format: "jsonc" }, rules)).toMatchObject({
      queue,
      specs: "specs",
      preset: "recommended",
    });
    expect(existsSync(join(root, "queue-lint.config.jsonc"))).toBe(false);
  });

  it("writes with --write, never twice, and the audit then uses it", async () => {
    expect((await run(["init", "--root", root, "--write"])).code).toBe(0);
    const text = readFileSync(join(root, "queue-lint.config.jsonc"), "utf8");
    const again = await run(["init", "--root", root, "--write"]);
    expect(again.code).toBe(2);
    expect(again.err).toContain("queue-lint.config.jsonc");
    expect(readFileSync(join(root, "queue-lint.config.jsonc"), "utf8")).toBe(text);
    expect((await run(["--root", root, ...quietRules])).code).toBe(0);
  });

  it("asks in a terminal", async () => {
    await run(["init", "--root", root], { confirm: () => Promise.resolve(false) });
    expect(existsSync(join(root, "queue-lint.config.jsonc"))).toBe(false);
    await run(["init", "--root", root], { confirm: () => Promise.resolve(true) });
    expect(existsSync(join(root, "queue-lint.config.jsonc"))).toBe(true);
  });

  it("detects unknown headings and plain bullets", async () => {
    writeFileSync(
      join(root, queue),
      '# Queue\n\n## Active\n\n- Night mode\n- Seat maps\n\n## Somewhere "else"\n\n- Old ideas\n',
    );
    const { out } = await run(["init", "--root", root]);
    const config = parseConfig({ path: "draft.jsonc", text: out, format: "jsonc" }, rules);
    expect(config.entries?.shapes).toContain("plain");
    expect(config.sections?.prose).toEqual(['Somewhere "else"']);
  });
});
