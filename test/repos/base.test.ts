import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { gitRepository, isolateGit } from "../source/git-repository.ts";
import {
  queue,
  spec,
  active,
  queueOf,
  halls,
  diagnostics,
  cafe,
  specs,
  audit,
  branched,
} from "./branched-repository.ts";

isolateGit();

vi.stubEnv("CI", "");

afterEach(() => {
  vi.unstubAllEnvs();
  vi.stubEnv("CI", "");
});

describe("--base", () => {
  it("tells what the branch broke from what was broken, and fails for the first only", async () => {
    const harmless = branched((repository) => repository.write({ "README.md": "Readme\n" }));
    expect(await audit(harmless.root, "--base", "main")).toMatchObject({
      status: 0,
      findings: ["existing promotion/spec-exists Cafe"],
    });
    const broken = branched((repository) =>
      repository.write({ [queue]: queueOf([halls, diagnostics, cafe, "Garden -> Spec 778 (`garden`)"]) }),
    );
    expect(await audit(broken.root, "--base", "main")).toMatchObject({
      status: 1,
      findings: ["existing promotion/spec-exists Cafe", "introduced promotion/spec-exists Garden"],
    });
    expect((await audit(broken.root)).findings).toEqual([
      "no state promotion/spec-exists Cafe",
      "no state promotion/spec-exists Garden",
    ]);
  });

  it("reports a line that nobody touched when the branch deletes what it points at", async () => {
    const repository = branched((one) => one.remove("specs/241-diagnostic-pack"));
    const { status, findings, report } = await audit(repository.root, "--base", "main");
    expect({ status, findings }).toEqual({
      status: 1,
      findings: [
        "introduced promotion/spec-exists Diagnostic pack",
        "introduced promotion/spec-removed Spec 241 (diagnostic-pack)",
        "existing promotion/spec-exists Cafe",
      ],
    });
    expect(report.summary).toMatchObject({ errors: 2, existing: 1, fixed: 0 });
  });

  it("says what the branch repaired", async () => {
    const repository = branched((one) => one.write({ "specs/777-cafe/spec.md": spec }));
    const { status, report } = await audit(repository.root, "--base", "main");
    expect([status, report.summary, report.fixed?.map(({ rule }) => rule)]).toEqual([
      0,
      expect.objectContaining({ errors: 0, existing: 0, fixed: 1 }),
      ["promotion/spec-exists"],
    ]);
  });

  it("compares with the commit where the branch parted: what main has broken or repaired since is not the branch's", async () => {
    const repository = branched((one) => one.write({ "README.md": "Readme\n" }));
    repository.git("switch", "-q", "main");
    repository.write({
      "specs/777-cafe/spec.md": spec,
      [queue]: queueOf(
        [halls, diagnostics, cafe, "Garden -> Spec 778 (`garden`)"],
        `${active}\n### Lockers\n\n- **Priority**: P2\n- **Problem**: Visitors carry bags.\n`,
      ),
    });
    repository.commit();
    repository.git("switch", "-q", "feature");
    const { status, findings, report } = await audit(repository.root, "--base", "main");
    expect({ status, findings }).toEqual({ status: 0, findings: ["existing promotion/spec-exists Cafe"] });
    expect(report.base).toEqual({ name: "main", commit: repository.git("rev-parse", "main~1") });
  });

  it("counts warnings that were introduced, and no others", async () => {
    const warned = [
      "--base",
      "main",
      "--rule",
      "promotion/spec-exists:warning",
      "--rule",
      "promotion/spec-removed:off",
      "--max-warnings",
      "0",
    ];
    const harmless = branched((repository) => repository.write({ "README.md": "Readme\n" }));
    expect((await audit(harmless.root, ...warned)).status).toBe(0);
    const broken = branched((repository) => repository.remove("specs/241-diagnostic-pack"));
    expect((await audit(broken.root, ...warned)).status).toBe(1);
    expect((await audit(broken.root, ...warned.slice(0, -1), "1")).status).toBe(0);
  });

  it("takes work tree, index or commit for the later tree", async () => {
    const repository = branched((one) => one.write({ "README.md": "Readme\n" }));
    repository.remove("specs/241-diagnostic-pack");
    const statuses = async (): Promise<number[]> => [
      (await audit(repository.root, "--base", "main")).status,
      (await audit(repository.root, "--staged", "--base", "main")).status,
      (await audit(repository.root, "--ref", "feature", "--base", "main")).status,
    ];
    expect(await statuses()).toEqual([1, 0, 0]);
    repository.git("add", "-A");
    expect(await statuses()).toEqual([1, 1, 0]);
    repository.commit();
    expect(await statuses()).toEqual([1, 1, 1]);
    expect((await audit(repository.root, "--ref", "main", "--base", "feature")).status).toBe(0);
  });

  it("works from a detached head, in a bare repository and where names of objects have 64 digits", async () => {
    const repository = branched((one) => one.remove("specs/241-diagnostic-pack"));
    const bare = join(repository.root, "../bare.git");
    repository.git("clone", "-q", "--bare", repository.root, bare);
    expect((await audit(bare, "--ref", "feature", "--base", "main")).status).toBe(1);
    repository.git("switch", "-q", "--detach");
    expect((await audit(repository.root, "--base", "main")).status).toBe(1);
    const long = gitRepository({ ...specs, [queue]: queueOf([halls, diagnostics, cafe]) }, ["--object-format=sha256"]);
    long.remove("specs/241-diagnostic-pack");
    expect(await audit(long.root, "--base", "HEAD")).toMatchObject({
      status: 1,
      findings: [
        "introduced promotion/spec-exists Diagnostic pack",
        "introduced promotion/spec-removed Spec 241 (diagnostic-pack)",
        "existing promotion/spec-exists Cafe",
      ],
    });
  });

  it("knows the findings of a queue that has another path now, in the configuration and by convention", async () => {
    const configured = (path: string): string => JSON.stringify({ queue: path });
    const repository = gitRepository({
      ...specs,
      "plans/old.md": queueOf([halls, diagnostics, cafe]),
      "queue-lint.config.json": configured("plans/old.md"),
    });
    repository.git("mv", "plans/old.md", "plans/new.md");
    repository.write({ "queue-lint.config.json": configured("plans/new.md") });
    expect(await audit(repository.root, "--base", "HEAD")).toMatchObject({
      status: 0,
      findings: ["existing promotion/spec-exists Cafe"],
    });
    const conventional = gitRepository({ ...specs, "BACKLOG.md": queueOf([halls, diagnostics, cafe]) });
    conventional.write({ [queue]: queueOf([halls, diagnostics, cafe]) });
    conventional.remove("BACKLOG.md");
    expect(await audit(conventional.root, "--base", "HEAD")).toMatchObject({
      status: 0,
      findings: ["existing promotion/spec-exists Cafe"],
    });
  });

  it("needs no sound configuration in the base, and a sound one in the audited tree", async () => {
    const repository = gitRepository({
      ...specs,
      [queue]: queueOf([halls, diagnostics, cafe]),
      "queue-lint.config.json": "{ broken",
    });
    repository.write({ "queue-lint.config.json": '{ "rules": {} }' });
    expect(await audit(repository.root, "--base", "HEAD")).toMatchObject({
      status: 0,
      findings: ["existing promotion/spec-exists Cafe"],
    });
    repository.commit();
    repository.write({ "queue-lint.config.json": "{ broken" });
    expect((await audit(repository.root, "--base", "HEAD")).status).toBe(2);
  });

  it("takes a base without any planning document for one without findings", async () => {
    const repository = gitRepository({ "README.md": "Readme\n" });
    repository.write({ ...specs, [queue]: queueOf([halls, diagnostics, cafe]) });
    expect(await audit(repository.root, "--base", "HEAD")).toMatchObject({
      status: 1,
      findings: ["introduced promotion/spec-exists Cafe"],
    });
  });

  it("counts in a root below the top", async () => {
    const below = (files: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`apps/日本 shop/${path}`, text]));
    const repository = gitRepository(below({ ...specs, [queue]: queueOf([halls, diagnostics, cafe]) }));
    repository.remove("apps/日本 shop/specs/241-diagnostic-pack");
    expect(await audit(repository.root, "--root", "apps/日本 shop", "--base", "HEAD")).toMatchObject({
      status: 1,
      findings: [
        "introduced promotion/spec-exists Diagnostic pack",
        "introduced promotion/spec-removed Spec 241 (diagnostic-pack)",
        "existing promotion/spec-exists Cafe",
      ],
    });
  });
});
