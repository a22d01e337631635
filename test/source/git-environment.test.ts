import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { gitEnvironment } from "../../src/source/git/git-environment.ts";
import { gitVariables } from "../../src/source/git/git-variables.ts";
import { gitRepository, isolateGit } from "./git-repository.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

isolateGit();
const start = process.cwd();
afterEach(() => {
  vi.unstubAllEnvs();
  process.chdir(start);
});

/** What the environment says about the repository, in a hook that runs in a directory with these variables. */
function inHook(cwd: string, variables: Readonly<Record<string, string>>, audited: string): NodeJS.ProcessEnv {
  process.chdir(cwd);
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const kept = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  ];
  return Object.fromEntries(Object.entries(gitEnvironment(audited)).filter(([name]) => kept.includes(name)));
}

/** Files that git lists in an environment. */
const listed = (cwd: string, env: NodeJS.ProcessEnv, ...command: string[]): string =>
  spawnSync("git", command, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, GIT_INDEX_FILE: undefined, ...env },
  }).stdout.trim();

describe("gitEnvironment", () => {
  it("asks git to run and fetch nothing, and hands on nothing that changes answers", () => {
    const variables = {
      GIT_EXTERNAL_DIFF: "touch x",
      GIT_CONFIG_PARAMETERS: "'core.fsmonitor'='touch x'",
      GIT_CONFIG_COUNT: "1",
      GIT_LITERAL_PATHSPECS: "1",
      GIT_NAMESPACE: "x",
      GIT_CEILING_DIRECTORIES: "/",
      GIT_PREFIX: "docs/",
    };
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const environment = gitEnvironment(gitRepository().root);
    for (const name of Object.keys(variables)) expect(environment[name]).toBeUndefined();
    expect(environment).toMatchObject({
      GIT_NO_LAZY_FETCH: "1",
      GIT_ALLOW_PROTOCOL: "none",
      GIT_OPTIONAL_LOCKS: "0",
      GIT_TERMINAL_PROMPT: "0",
      LC_ALL: "C",
      NoDefaultCurrentDirectoryInExePath: "1",
    });
  });

  it("hands on what git needs, and no secret whatever it is called", () => {
    const secrets = [
      "INPUT_TOKEN",
      "INPUT_GITHUB-TOKEN",
      "GITHUB_TOKEN",
      "GH_TOKEN",
      "ACTIONS_RUNTIME_TOKEN",
      "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
      "GIT_TOKEN",
      "GIT_PASSWORD",
      "GIT_CONFIG_VALUE_0",
      "GIT_ASKPASS",
      "NPM_TOKEN",
      "AWS_SECRET_ACCESS_KEY",
      "NODE_OPTIONS",
    ];
    const needed = {
      PATH: "/usr/bin",
      HOME: "/home/ada",
      XDG_CONFIG_HOME: "/home/ada/.config",
      TZ: "UTC",
      TMPDIR: "/tmp",
      GIT_CONFIG_GLOBAL: "/dev/null",
      Path: "C:\\Windows",
      SystemRoot: "C:\\Windows",
      "ProgramFiles(x86)": "C:\\Program Files (x86)",
      USERPROFILE: "C:\\Users\\ada",
      APPDATA: "C:\\Users\\ada\\AppData\\Roaming",
    };
    const variables = gitVariables({ ...Object.fromEntries(secrets.map((name) => [name, "secret"])), ...needed });
    expect(Object.values(variables)).not.toContain("secret");
    expect(variables).toMatchObject(needed);
  });

  it("keeps the index of a hook in its own repository, from the top and below", () => {
    const { root } = gitRepository({ "docs/a.md": "a" });
    const index = { GIT_INDEX_FILE: join(root, ".git/index") };
    expect(inHook(root, { GIT_INDEX_FILE: ".git/index" }, root)).toEqual(index);
    expect(inHook(root, { GIT_INDEX_FILE: ".git/index" }, join(root, "docs"))).toEqual(index);
  });

  it("knows where a path begins when the hook has gone into a directory", () => {
    const { root } = gitRepository({ "docs/a.md": "a" });
    const environment = inHook(join(root, "docs"), { GIT_INDEX_FILE: ".git/index" }, root);
    expect(environment).toEqual({ GIT_INDEX_FILE: join(root, ".git/index") });
    expect(listed(root, environment, "ls-files")).toBe("docs/a.md");
  });

  it("leaves the hook's repository out of the audit of another one", () => {
    const [hooked, other] = [gitRepository({ "a.md": "a" }), gitRepository({ "b.md": "b" })];
    const variables = {
      GIT_DIR: join(hooked.root, ".git"),
      GIT_INDEX_FILE: join(hooked.root, ".git/index"),
      GIT_OBJECT_DIRECTORY: join(hooked.root, ".git/objects"),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: join(hooked.root, ".git/objects"),
    };
    expect(inHook(hooked.root, variables, other.root)).toEqual({});
  });

  it("keeps the objects that a push has not brought in yet, for a hook of a bare repository", () => {
    const source = gitRepository({ "a.md": "a" });
    const bare = join(source.root, "../bare.git");
    source.git("clone", "-q", "--bare", source.root, bare);
    mkdirSync(join(bare, "objects/incoming"));
    const variables = {
      GIT_DIR: ".",
      GIT_OBJECT_DIRECTORY: "objects/incoming",
      GIT_ALTERNATE_OBJECT_DIRECTORIES: join(bare, "objects"),
    };
    const environment = inHook(bare, variables, bare);
    expect(environment).toEqual({
      GIT_OBJECT_DIRECTORY: join(bare, "objects/incoming"),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: join(bare, "objects"),
    });
    expect(listed(bare, environment, "ls-tree", "--name-only", "HEAD")).toBe("a.md");
  });

  it("keeps a repository that only the variables name, with its work tree", () => {
    const { root } = gitRepository({ "a.md": "a" });
    const home = temporaryDirectory({ "a.md": "a", "docs/b.md": "" });
    const variables = { GIT_DIR: join(root, ".git"), GIT_WORK_TREE: home };
    expect(inHook(home, variables, home)).toEqual(variables);
    expect(inHook(home, { GIT_DIR: join(root, ".git"), GIT_WORK_TREE: "." }, join(home, "docs"))).toEqual(variables);
  });

  it("drops variables that name no repository", () => {
    const { root } = gitRepository({ "a.md": "a" });
    expect(inHook(root, { GIT_DIR: join(root, "nowhere") }, root)).toEqual({});
  });
});
