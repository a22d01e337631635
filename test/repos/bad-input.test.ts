import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UsageError } from "../../src/core/errors.ts";
import { lint } from "../../src/lint.ts";

const queue = "docs/product/spec-candidates.md";
const sound =
  "# Spec candidates\n\n## Active\n\n### Night mode\n\n- **Priority**: P1\n- **Problem**: Spec 001 left it out; the gap remains.\n\n## Promoted to spec\n\n- Themes -> Spec 001 (`themes`)\n";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "queue-lint-"));
  write(
    "specs/001-themes/spec.md",
    "# Feature specification: Themes\n\nPeople choose the colours of every page they look at.\n",
  );
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

async function audit(): Promise<string[]> {
  const report = await lint({ root, today: "2026-11-23" });
  return report.findings
    .filter((finding) => finding.severity === "error")
    .map((finding) => `${finding.rule} ${finding.path}:${finding.line}`);
}

async function refusal(): Promise<UsageError> {
  try {
    await lint({ root, today: "2026-11-23" });
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error("the audit was not refused");
}

describe("bad input", () => {
  it("passes a sound repository, so that each case below fails by its own fault", async () => {
    write(queue, sound);
    expect(await audit()).toEqual([]);
  });

  it("says nothing of a queue that nobody claims to have", async () => {
    expect(await audit()).toEqual([]);
  });

  it.each([
    ["empty", ""],
    ["blank", "\n  \n"],
  ])("reports an %s queue", async (_, text) => {
    write(queue, text);
    expect((await audit()).some((finding) => finding.startsWith("scope/"))).toBe(true);
  });

  it("reports a queue without a known section", async () => {
    write(queue, "# Spec candidates\n\n## Apples\n\n- `Night mode`: dark.\n\n## Pears\n");
    expect(await audit()).toEqual([`scope/not-empty ${queue}:1`]);
  });

  it("reports a queue that is not UTF-8", async () => {
    write(queue, Buffer.concat([Buffer.from(sound), Buffer.from([0xff, 0xfe, 0x41])]));
    expect(await audit()).toEqual([`scope/input-readable ${queue}:1`]);
  });

  it("reports a directory where the queue is expected", async () => {
    mkdirSync(join(root, queue), { recursive: true });
    expect(await audit()).toEqual([`scope/input-readable ${queue}:1`]);
  });

  it("reports a queue that is a broken symbolic link", async () => {
    mkdirSync(join(root, "docs/product"), { recursive: true });
    symlinkSync("nowhere.md", join(root, queue));
    expect(await audit()).toEqual([`scope/input-readable ${queue}:1`]);
  });

  it.runIf(process.getuid?.() !== 0)(
    "reports a queue that may not be read (needs a user who is not the superuser)",
    async () => {
      write(queue, sound);
      chmodSync(join(root, queue), 0);
      expect(await audit()).toEqual([`scope/input-readable ${queue}:1`]);
    },
  );

  it.each(["x", "*", "[", "`", "<", "| ", "_a", "Spec 1 "])("ends on a line of 5 MB of %j", async (unit) => {
    write(queue, `${sound}\n${unit.repeat(Math.ceil(5_000_000 / unit.length))}\n`);
    const findings = await audit();
    expect(findings.every((finding) => finding.startsWith("scope/input-readable"))).toBe(true);
  });

  it("ends on deeply nested lists and quotes", async () => {
    const lists = Array.from({ length: 3000 }, (_, depth) => `${"  ".repeat(depth)}- level ${depth}`).join("\n");
    write(queue, `${sound}\n${lists}\n\n${">".repeat(20_000)} deep\n`);
    const findings = await audit();
    expect(findings.every((finding) => finding.startsWith("scope/input-readable"))).toBe(true);
  });

  it.each([
    ["an unclosed fence", "```text\n## Deferred\n"],
    ["an unclosed comment", "<!-- note\n## Deferred\n"],
  ])("reports %s that swallows the rest", async (_, tail) => {
    write(queue, `${sound}\n${tail}`);
    expect(await audit()).toEqual([`scope/input-readable ${queue}:${sound.split("\n").length + 1}`]);
  });

  it("reads a table with uneven rows and says so", async () => {
    write(queue, sound);
    write(
      "docs/product/implementation-ledger.md",
      "# Ledger\n\n| Capability | Status |\n|---|---|\n| Themes |\n| Fonts | implemented | too | many |\n",
    );
    const report = await lint({ root, today: "2026-11-23" });
    expect(report.findings.map((finding) => `${finding.rule}:${finding.line}`)).toEqual([
      "scope/input-readable:5",
      "scope/input-readable:6",
    ]);
  });

  it("takes CRLF and a byte-order mark", async () => {
    write(queue, `\uFEFF${sound.replaceAll("\n", "\r\n")}`);
    expect(await audit()).toEqual([]);
  });

  it("takes skipped levels, and reports a repeated section", async () => {
    write(queue, `${sound}\n## Notes\n\n#### Far below\n\n## Promoted to spec\n`);
    const findings = await audit();
    expect(findings).toEqual([`scope/required-section ${queue}:${sound.split("\n").length + 5}`]);
  });

  it("refuses two queues, and names both", async () => {
    write(queue, sound);
    write("BACKLOG.md", sound);
    const error = await refusal();
    expect(error.message).toContain(queue);
    expect(error.message).toContain("BACKLOG.md");
    expect(error.help).toContain("queue");
  });

  it.each(["../outside.md", "/etc/passwd", "docs/../../outside.md", "C:\\outside.md", "..\\outside.md"])(
    "refuses the configured path %s",
    async (path) => {
      write(queue, sound);
      write("queue-lint.config.json", JSON.stringify({ queue: path }));
      const error = await refusal();
      expect(error.place ?? error.message).toContain("queue-lint.config.json");
    },
  );

  it("reports a configured queue that leaves the repository by a link", async () => {
    symlinkSync("/etc", join(root, "elsewhere"));
    write("queue-lint.config.json", JSON.stringify({ queue: "elsewhere/hostname" }));
    expect(await audit()).toEqual(["scope/input-readable elsewhere/hostname:1"]);
  });

  it("names the nearest key of a misspelt one", async () => {
    write(queue, sound);
    write("queue-lint.config.json", '{\n  "quue": "docs/product/spec-candidates.md"\n}\n');
    const error = await refusal();
    expect(`${error.message} ${error.place} ${error.help}`).toMatch(/quue[\s\S]*queue/);
    expect(`${error.message} ${error.place}`).toContain("queue-lint.config.json:2");
  });
});
