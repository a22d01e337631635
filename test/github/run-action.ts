import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { program } from "../cli/program.ts";
import { run } from "../cli/run.ts";
import { gitRepository, type Repository } from "../source/git-repository.ts";
import type { LocalGitHub } from "./local-github.ts";

export const queue = "docs/product/spec-candidates.md";

/** A queue whose promoted section holds these lines, each of which is one finding when its spec does not exist. */
export function queueOf(...promoted: readonly string[]): string {
  return [
    "# Spec candidates",
    "",
    "## Active candidates",
    "",
    "### Harbour map",
    "",
    "- **Priority**: P1",
    "",
    "## Promoted to Spec",
    "",
    ...promoted.map((line) => `- ${line}`),
    "",
  ].join("\n");
}

/** A spec that says something. */
export const spec =
  "# Lighthouse Keeper Log\n\n## Requirements\n\n- **FR-001**: The keeper MUST be able to enter every lamp that was lit, with its hour.\n- **FR-002**: The log MUST show the last thirty nights.\n";

const specPath = "specs/001-lighthouse-keeper-log/spec.md";
/** A line that is true in every repository of these tests, and one that is not. */
export const held = "Lighthouse Keeper Log -> Spec 001 (`lighthouse-keeper-log`)";
export const broken = "Fog Signal Schedule -> Spec 002 (`fog-signal-schedule`)";
/** What makes the other one true. */
export const repair = {
  "specs/002-fog-signal-schedule/spec.md": spec.replace("Lighthouse Keeper Log", "Fog Signal Schedule"),
};

export interface Checkout {
  readonly repository: Repository;
  /** Full names of the target of the pull request and of its last commit. */
  readonly base: string;
  readonly head: string;
}

/** A checkout of a pull request: a commit with one queue, and one with another. */
export function checkout(
  before = queueOf(held),
  after = queueOf(held, broken),
  added: Readonly<Record<string, string>> = {},
): Checkout {
  const repository = gitRepository({ [queue]: before, [specPath]: spec });
  const base = repository.git("rev-parse", "HEAD");
  repository.git("switch", "-q", "-c", "feature");
  repository.write({ [queue]: after, ...added });
  return { repository, base, head: repository.commit() };
}

/** The event of a pull request from a branch of the repository, or from a fork of it. */
export function pullRequestEvent({ base, head }: Checkout, { fork = false } = {}): object {
  const repo = { full_name: "harbour/lighthouse" };
  return {
    pull_request: {
      number: 7,
      head: { sha: head, repo: fork ? { full_name: "ada/lighthouse" } : repo },
      base: { sha: base, ref: "main", repo },
    },
  };
}

export interface Step {
  /** By their names in action.yml. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Text stands as it is. Default: a pull request from a branch. */
  readonly event?: object | string;
  readonly eventName?: string;
  readonly github?: Pick<LocalGitHub, "url">;
  readonly env?: Readonly<Record<string, string>>;
  /** Default: in this process. */
  readonly start?: Start;
}

/** Starts the action in a directory, with nothing but this environment. */
type Start = (cwd: string, env: NodeJS.ProcessEnv) => Promise<Pick<StepResult, "status" | "log" | "errors">>;

export interface StepResult {
  readonly status: number | null;
  readonly log: string;
  readonly errors: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the action as a runner does, which gives it everything as variables and files; in this process unless `step.start` starts another one. */
export async function runAction(made: Checkout, step: Step = {}): Promise<StepResult> {
  const { inputs = {}, event = pullRequestEvent(made), start = inThisProcess } = step;
  const files = join(made.repository.root, "../runner");
  mkdirSync(files, { recursive: true });
  const file = (name: string): string => join(files, name);
  writeFileSync(file("event.json"), typeof event === "string" ? event : JSON.stringify(event));
  for (const name of ["output", "summary"]) writeFileSync(file(name), "");
  const given = Object.entries({ token: "secret", ...inputs }).map(
    ([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const,
  );
  const { status, log, errors } = await start(made.repository.root, {
    ...withoutRunner(),
    ...Object.fromEntries(given),
    CI: "true",
    RUNNER_TEMP: files,
    GITHUB_WORKSPACE: made.repository.root,
    GITHUB_REPOSITORY: "harbour/lighthouse",
    GITHUB_SHA: made.head,
    GITHUB_EVENT_NAME: step.eventName ?? "pull_request",
    GITHUB_EVENT_PATH: file("event.json"),
    GITHUB_OUTPUT: file("output"),
    GITHUB_STEP_SUMMARY: file("summary"),
    GITHUB_API_URL: step.github?.url ?? "http://127.0.0.1:1",
    GITHUB_SERVER_URL: "https://github.test",
    GITHUB_RUN_ID: "42",
    ...step.env,
  });
  return {
    status,
    log,
    errors,
    summary: existsSync(file("summary")) ? readFileSync(file("summary"), "utf8") : "",
    outputs: readOutputs(readFileSync(file("output"), "utf8")),
  };
}

/** The environment of the tests without what a runner may have put there. */
function withoutRunner(): NodeJS.ProcessEnv {
  const own = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:GIT_|GITHUB_|INPUT_|CI_|GITLAB_)/.test(name)),
  );
  return { ...own, GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", NO_COLOR: "1" };
}

let before: Promise<unknown> = Promise.resolve();

/** The environment of this process is that of the step until it ends: git and the search for a base ask for it. So there is one step at a time. */
const inThisProcess: Start = (cwd, env) => {
  const ended = before.then(async () => {
    const own = process.env;
    process.env = env;
    try {
      const { code, out, err } = await run(["action"], { cwd, env });
      return { status: code, log: out, errors: err };
    } finally {
      process.env = own;
    }
  });
  before = ended.catch(() => undefined);
  return ended;
};

/** The bundle, in a process that has nothing of this one. */
export const inOneOfItsOwn: Start = (cwd, env) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program(), "action"], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let [log, errors] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (log += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    child.on("error", reject).on("close", (status) => resolve({ status, log, errors }));
  });

/** Outputs as a runner reads them: a name, what ends the value, and the value. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/.exec(lines[index] ?? "") ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, index + 1);
    outputs[name] = lines.slice(index + 1, end).join("\n");
    index = end;
  }
  return outputs;
}
