import { expect } from "vitest";
import type { RemoteAnswer, RemoteReference } from "../../src/core/remote.ts";
import { openRemotePass } from "../../src/online/remote-pass.ts";
import type { LocalGitHub, LocalGitHubOptions } from "../github/local-github.ts";

export const token = "ghp_very-secret";

export const home = (number: number): RemoteReference => ({ number, repository: undefined, host: undefined });

export const merged = { state: "closed", pull_request: { merged_at: "2026-01-02T03:04:05Z" } };

interface Asked {
  readonly environment?: Readonly<Record<string, string>>;
  readonly cache?: string;
}

/** What the server says about each reference, after one pass. */
export async function ask(
  github: Pick<LocalGitHub, "url">,
  references: readonly RemoteReference[],
  { environment = { QUEUE_LINT_TOKEN: token }, cache }: Asked = {},
): Promise<RemoteAnswer[]> {
  const pass = openRemotePass({
    environment: {
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_REPOSITORY: "harbour/lights",
      ...environment,
    },
    origin: undefined,
    cache,
  });
  await pass.ask(references);
  const answers = references.map((reference) => pass.answer(reference));
  expect(JSON.stringify(answers)).not.toContain(token);
  return answers;
}

export const reasonsOf = (answers: readonly RemoteAnswer[]): string[] =>
  answers.map((answer) => (answer.kind === "unknown" ? answer.reason : answer.kind));

export const numbers = (count: number): RemoteReference[] =>
  Array.from({ length: count }, (_, index) => home(index + 1));

export const issues = (count: number): NonNullable<LocalGitHubOptions["issues"]> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [index + 1, {}]));
