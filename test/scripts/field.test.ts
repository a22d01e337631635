import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { auditRepository } from "../../scripts/field/audit-repository.ts";
import { countDrifts, readExpectations } from "../../scripts/field/expected-drifts.ts";
import { listRepositories, readCommits } from "../../scripts/field/field-repository.ts";
import { fieldSection, judgedFindings, withGone } from "../../scripts/field/field-section.ts";
import { formatVerdicts, mergeVerdicts, readVerdicts, type Verdict } from "../../scripts/field/verdicts.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

/** Two spec directories of one number. */
const files = {
  "docs/product/spec-candidates.md":
    "# Candidates\n\n## Active\n\n### P1: Ash store\n\n- **Anchors**: `docs/product`\n\nThe ash is kept.\n\n## Promoted\n\n- Kiln -> Spec 001 (`kiln`)\n",
  "specs/001-kiln/spec.md": "# Kiln\n\nEvery firing is written down with its heat and its hours.\n",
  "specs/001-oven/spec.md": "# Oven\n",
  [`specs/001-oven/${"deep-".repeat(30)}notes with spaces.md`]: "# Notes\n",
};
const commit = "0123456789ab";

/** A directory with the repository as a folder and as an archive. */
function field(): string {
  const directory = temporaryDirectory(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`acme+kiln/${path}`, text])),
  );
  const archive = join(directory, `acme+oven@${commit}.tar.gz`);
  expect(spawnSync("tar", ["-czf", archive, "-C", join(directory, "acme+kiln"), "."]).status).toBe(0);
  return directory;
}

const verdict = (extra: Partial<Verdict> = {}): Verdict => ({
  repository: "acme/oven",
  commit,
  rule: "reference/number-unique",
  path: "specs/001-oven",
  fingerprint: "reference/number-unique:specs/001-oven:001 oven",
  verdict: "true",
  why: "They are two things.",
  ...extra,
});

describe("repositories of the field", () => {
  it("are folders and archives, with the commit of their name or of a list", () => {
    const directory = field();
    mkdirSync(join(directory, "notes"));
    writeFileSync(join(directory, "README.md"), "");
    const list = join(directory, "commits.jsonl");
    writeFileSync(list, `{"repo": "acme/kiln", "commit": "fedcba9876543210", "kind": "drift"}\n\nacme/else 1234567\n`);
    expect(
      listRepositories(directory, readCommits(list)).map(({ name, commit, form }) => [name, commit, form]),
    ).toEqual([
      ["acme/kiln", "fedcba987654", "folder"],
      ["acme/oven", commit, "archive"],
    ]);
    expect([...readCommits(directory)]).toEqual([["acme/oven", commit]]);
    expect(listRepositories(directory)[0]?.commit).toBeUndefined();
  });

  it("are measured by what people found in them, at its place and not elsewhere", async () => {
    const directory = field();
    const list = join(directory, "expected.jsonl");
    const one = (kind: string, file: string, line: number): string =>
      JSON.stringify({ repo: "acme/oven", commit, kind, file, line });
    const lines = [
      one("drift", "specs/001-oven", 0),
      one("drift", "specs/001-oven/spec.md", 7),
      one("negative", "specs/001-oven", 1),
      one("negative", "specs/001-kiln", 1),
      one("remark", "specs/001-oven", 1),
      JSON.stringify({ repo: "acme/else", commit, kind: "drift", file: "specs/001-oven", line: 0 }),
    ];
    writeFileSync(list, `${lines.join("\n")}\n`);
    const audits = await Promise.all(listRepositories(directory).map(auditRepository));
    const expectations = readExpectations(list);
    expect(expectations).toHaveLength(5);
    const oven = audits.find(({ repository }) => repository.name === "acme/oven");
    const { drifts, found, accused, byRule } = countDrifts(oven ?? expect.fail(), expectations);
    expect({ drifts, found, accused }).toEqual({ drifts: 2, found: 1, accused: 1 });
    expect(byRule.get("reference/number-unique")).toBe(1);
    expect(fieldSection(audits, [], expectations)).toContain("| acme/oven at 0123456789ab | Spec Kit | 2 | 1 | 1 |");
  });

  it("say what is wrong with a list of commits, and where", () => {
    const list = join(temporaryDirectory(), "commits.jsonl");
    writeFileSync(list, "acme/kiln 1234567\nkiln\n");
    expect(() => readCommits(list)).toThrow(`${list}:2: it names no repository with a commit`);
    writeFileSync(list, "{oops\n");
    expect(() => readCommits(list)).toThrow(`${list}:1: it is not JSON`);
    expect(() => readCommits(`${list}.txt`)).toThrow("does not exist");
    expect(() => listRepositories(dirname(list))).toThrow("holds no repository");
  });

  it("are audited alike as a folder and as an archive", async () => {
    const audits = await Promise.all(listRepositories(field()).map(auditRepository));
    expect(audits.map(({ findings }) => findings.map(({ fingerprint }) => fingerprint))).toEqual([
      ["reference/number-unique:specs/001-oven:001 oven"],
      ["reference/number-unique:specs/001-oven:001 oven"],
    ]);
  });

  it("that the tool refuses are shown with the reason", async () => {
    const directory = temporaryDirectory();
    mkdirSync(join(directory, "acme+two"), { recursive: true });
    writeFileSync(join(directory, "acme+two/queue-lint.config.json"), "{");
    const audits = await Promise.all(listRepositories(directory).map(auditRepository));
    expect(audits[0]?.failure).toBeDefined();
    expect(fieldSection(audits, [])).toContain("- acme/two could not be audited: ");
  });
});

describe("verdicts", () => {
  it("count for the commit and the fingerprint that was judged", async () => {
    const audits = await Promise.all(listRepositories(field()).map(auditRepository));
    const said = (verdicts: readonly Verdict[]) => judgedFindings(audits, verdicts).map((one) => one.verdict?.verdict);
    expect(said([verdict()])).toEqual([undefined, "true"]);
    expect(said([verdict({ commit: commit.slice(0, 7) })])).toEqual([undefined, "true"]);
    expect(said([verdict({ commit: "ffffffffffff" })])).toEqual([undefined, undefined]);
    const section = fieldSection(audits, [verdict()]);
    expect(section).toContain("2 findings, 1 of them judged: 1 true, 0 noise, 0 false.");
    expect(section).toContain("| [reference/number-unique](rules/reference/number-unique.md) | 2 | 1 | 0 | 0 | 1 |");
    expect(section).toContain(`| [acme/oven](https://github.com/acme/oven) at ${commit} | 1 | 1 | 0 | 0 | 0 |`);
    expect(section).toContain("| [acme/kiln](https://github.com/acme/kiln) at ? | 1 | 0 | 0 | 0 | 1 |");
  });

  it("about false findings are marked once the finding is gone from that commit", async () => {
    const audits = await Promise.all(listRepositories(field()).map(auditRepository));
    const verdicts = [
      verdict({ verdict: "false" }),
      verdict({ verdict: "false", fingerprint: "a/b:c:gone" }),
      verdict({ verdict: "true", fingerprint: "a/b:c:other" }),
      verdict({ verdict: "false", fingerprint: "a/b:c:gone", commit: "ffffffffffff" }),
    ];
    expect(withGone(audits, verdicts).map(({ gone }) => gone)).toEqual([undefined, true, undefined, undefined]);
  });

  it("are merged, sorted, and read back as they were", () => {
    const path = join(temporaryDirectory(), "verdicts.jsonl");
    const other = verdict({ repository: "acme/anvil" });
    const merged = mergeVerdicts([verdict(), other], [verdict({ verdict: "noise", why: "Nobody minds." })]);
    writeFileSync(path, formatVerdicts(merged));
    expect(readVerdicts(path)).toEqual([other, verdict({ verdict: "noise", why: "Nobody minds." })]);
    expect(readVerdicts(`${path}.none`)).toEqual([]);
  });

  it.each([
    ["{", "it is not JSON"],
    [JSON.stringify({ ...verdict(), verdict: "maybe" }), "verdict: "],
    [JSON.stringify({ ...verdict(), why: "no sentence" }), "why: write one sentence with a full stop"],
    [JSON.stringify({ ...verdict(), commit: "main" }), "commit: write at least seven digits"],
  ])("that cannot be used are refused with their line: %s", (line, reason) => {
    const path = join(temporaryDirectory(), "verdicts.jsonl");
    writeFileSync(path, `${JSON.stringify({ ...verdict(), verdict: "", why: "" })}\n${line}\n`);
    expect(() => readVerdicts(path, { unjudged: true })).toThrow(`${path}:2: ${reason}`);
  });
});
