import { describe, expect, it } from "vitest";
import { auditInput, checkAudit } from "../../scripts/fuzz/check-audit.ts";
import { fix } from "../../src/lint.ts";
import { parseBlobs } from "../../src/source/git/parse-blobs.ts";
import { parseCommitLog } from "../../src/source/git/parse-commit-log.ts";
import { parseGitFiles } from "../../src/source/git/parse-git-files.ts";
import { usablePatterns } from "../../src/source/usable-patterns.ts";

const queue = "docs/product/spec-candidates.md";
const name = "0123456789abcdef0123456789abcdef01234567";

type Files = Readonly<Record<string, string>>;

/** What fuzzing broke once, made small: the repository, and what it is compared with. */
const repositories: Readonly<Record<string, readonly [after: Files, before?: Files]>> = {
  "a command in a code block inside a quote": [
    {
      [queue]: "# Spec candidates\n\n## Active\n\n- **Seat maps**: words\n",
      "AGENTS.md": "# Agents\n\n> ```sh\n>   npx queue-lint docs/product/backlog.md\n> ```\n",
    },
  ],
  "half a character in a path of the configuration": [
    {
      [queue]: "# Spec candidates\n\n## Active\n\n- **Seat maps**: words\n",
      "queue-lint.config.json": JSON.stringify({ queue: "docs/\uD800.md" }),
    },
  ],
};

describe("what fuzzing broke once holds:", () => {
  it.each(Object.entries(repositories))("%s", (_, [after, before]) => {
    expect(() => {
      checkAudit(after, before);
    }).not.toThrow();
  });

  it("an entry whose heading would end the section that it is put back into is not put back", () => {
    const after = {
      [queue]: "# Spec candidates\n\n### Active\n\n#### Hall plans\n\n- **Problem**: nobody sees the hall\n",
    };
    const before = {
      [queue]:
        "# Spec candidates\n\n## Active\n\n### Hall plans\n\n- **Problem**: nobody sees the hall\n\n### Seat maps\n\n- **Problem**: visitors choose blindly and nobody shows them rows\n",
    };
    expect(fix(auditInput(after, before), ({ rule }) => rule === "history/entry-vanished").changes).toEqual([]);
  });

  it.each(["docs/{1..1000000000}.md", "docs/{a..z}{a..z}{a..z}.md", "{0..99999999}{0..99999999}"])(
    "a range in a glob, %s, is not written out",
    (glob) => {
      expect(usablePatterns([glob])).toEqual([]);
    },
  );

  it.each([
    ["a blob of a negative size", () => parseBlobs(Buffer.from(`${name} blob -42\nwords\n`))],
    ["a blob that is cut off", () => parseBlobs(Buffer.from(`${name} blob 42\nwords\n`))],
    ["a header that is cut off", () => parseBlobs(Buffer.from(name))],
    ["a file without a path", () => parseGitFiles(Buffer.from(`100644 blob ${name}\t\0`))],
    ["a file that is cut off", () => parseGitFiles(Buffer.from(`100644 blob ${name}\tspecs/001-a`))],
    ["a change before every commit", () => parseCommitLog(Buffer.from(`:100644 100644 ${name} ${name} M\0a.md\0`))],
    ["a commit that is cut off", () => parseCommitLog(Buffer.from(`\u0001${name}\0`))],
    [
      "a rename to nowhere",
      () =>
        parseCommitLog(
          Buffer.from(`\u0001${name}\0\u00002026-01-02\0Ann\0x\0:100644 100644 ${name} ${name} R100\0a.md\0`),
        ),
    ],
  ])("an answer of git with %s is refused", (_, read) => {
    expect(read).toThrow(expect.objectContaining({ name: "UsageError" }) as Error);
  });
});
