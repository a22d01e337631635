import { version } from "../../core/version.ts";

/** A file that `init` writes on demand. */
export interface StarterFile {
  /** From the root. */
  readonly path: string;
  readonly text: string;
  /** What is left to do by hand, in one sentence. */
  readonly then: string;
}

const queue = `# Candidate queue

## Active

### First candidate

- **Priority**: P1
- **Why**: what is missing, in one sentence.

## Manual Promotion Only

## Deferred

## Promoted to Spec

Write what became a spec as “- Title -> Spec 12 (\`slug\`)”.
`;

export const starterQueue: StarterFile = {
  path: "docs/product/spec-candidates.md",
  text: queue,
  then: "Replace the first candidate by yours; queue-lint next names the one to take.",
};

const githubWorkflow = `name: queue-lint
on: pull_request
permissions:
  contents: read
  checks: write
  pull-requests: write
jobs:
  audit:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0
      - uses: queue-lint/queue-lint@v${version}
`;

const gitlabJob = `# Fails for what a merge request breaks, and shows it in its widget.
queue-lint:
  image: node:22
  rules: [{ if: $CI_PIPELINE_SOURCE == "merge_request_event" }]
  variables: { GIT_DEPTH: 0 }
  script:
    - npx --yes queue-lint --base auto --format text --format gitlab=queue-lint.json
  artifacts:
    when: always
    reports: { codequality: queue-lint.json }
`;

const giteaWorkflow = `# Fails for what a pull request breaks, not for what was broken before.
name: queue-lint
on: [pull_request]
jobs:
  audit:
    runs-on: ubuntu-latest
    steps:
      - uses: https://github.com/actions/checkout@v5
        with: { fetch-depth: 0 }
      - run: npx --yes queue-lint --base auto
`;

/** What runs the audit on a server, by the name of the forge. */
export const ciFiles = {
  github: { path: ".github/workflows/queue-lint.yml", text: githubWorkflow, then: "Commit it." },
  gitlab: {
    path: ".gitlab/queue-lint.gitlab-ci.yml",
    text: gitlabJob,
    then: 'Add “include: [{ local: ".gitlab/queue-lint.gitlab-ci.yml" }]” to .gitlab-ci.yml.',
  },
  gitea: { path: ".gitea/workflows/queue-lint.yml", text: giteaWorkflow, then: "Commit it." },
} as const satisfies Readonly<Record<string, StarterFile>>;

const preCommit = `repos:
  - repo: https://github.com/queue-lint/queue-lint
    rev: v${version}
    hooks:
      - id: queue-lint
`;

const lefthook = `pre-commit:
  commands:
    queue-lint:
      run: npx queue-lint --staged
`;

/** What runs the audit before a commit, by the tool that keeps the hooks. */
export const hookFiles = {
  "pre-commit": { path: ".pre-commit-config.yaml", text: preCommit, then: "Run “pre-commit install” in each clone." },
  husky: {
    path: ".husky/pre-commit",
    text: "npx queue-lint --staged\n",
    then: "“npx husky init” sets husky up, if that is not done.",
  },
  lefthook: { path: "lefthook.yml", text: lefthook, then: "Run “npx lefthook install” in each clone." },
} as const satisfies Readonly<Record<string, StarterFile>>;
