import type { RemoteAnswer, RemoteReference } from "../core/remote.ts";
import type { Unknown } from "../core/unknown.ts";
import { AnswerCache } from "./answer-cache.ts";
import { askRepository } from "./ask-repository.ts";
import { GitHubClient } from "./github-client.ts";
import { homeServer, publicGitHub, type Environment, type GitHubServer, type HomeServer } from "./github-server.ts";

/** The one pass over the servers before an audit: asked first, it then answers without waiting. */
export interface RemotePass {
  /** Asks for all of them at once, each once. Never rejects: what is not answered is unknown, with the reason. */
  ask(references: readonly RemoteReference[]): Promise<void>;
  /** Unknown for what was not asked. */
  answer(reference: RemoteReference): RemoteAnswer;
}

export interface RemotePassOptions {
  readonly environment: Environment;
  /** The address of the remote “origin”. */
  readonly origin: string | undefined;
  /** The file that keeps answers from run to run; undefined for none. */
  readonly cache: string | undefined;
}

interface Target {
  readonly server: GitHubServer;
  /** `owner/name`. */
  readonly repository: string;
}

const notAsked: Unknown = { kind: "unknown", reason: "the server was not asked about it" };

export function openRemotePass({ environment, origin, cache }: RemotePassOptions): RemotePass {
  const home = homeServer(environment, origin);
  const answers = new Map<string, RemoteAnswer>();
  const target = (reference: RemoteReference): Target | Unknown => targetOf(reference, home);
  return {
    ask: async (references) => {
      const wanted = new Map<string, Target & { readonly numbers: Set<number> }>();
      for (const reference of references) {
        const found = target(reference);
        if ("kind" in found) continue;
        const name = `${found.server.api} ${found.repository.toLowerCase()}`;
        const group = wanted.get(name) ?? { ...found, numbers: new Set() };
        wanted.set(name, group);
        group.numbers.add(reference.number);
      }
      const stored = new AnswerCache(cache);
      const clients = new Map<string, GitHubClient>();
      for (const { server, repository, numbers } of wanted.values()) {
        const client = clients.get(server.api) ?? (await GitHubClient.open(server, stored));
        clients.set(server.api, client);
        for (const [number, answer] of await askRepository(client, repository, [...numbers]))
          answers.set(keyOf({ server, repository }, number), answer);
      }
      stored.save();
    },
    answer: (reference) => {
      const found = target(reference);
      return "kind" in found ? found : (answers.get(keyOf(found, reference.number)) ?? notAsked);
    },
  };
}

function keyOf({ server, repository }: Target, number: number): string {
  return `${server.api} ${repository.toLowerCase()}#${number}`;
}

/** Where a reference is asked. Hosts that a document names are not called, whatever they are: only the repository's own one, and github.com. */
function targetOf({ repository, host }: RemoteReference, home: HomeServer | Unknown): Target | Unknown {
  // owner/name#1 is at home where the repository is.
  const isAtHome = host === undefined || ("host" in home && host === home.host);
  if (!isAtHome && host !== publicGitHub.host)
    return unknown(`links to ${host} are not followed: it is neither the server of this repository nor github.com`);
  if (repository === undefined) return "kind" in home ? home : { server: home, repository: home.repository };
  if (isPath(repository)) return unknown(`${repository} is the name of no repository`);
  if (!isAtHome) return { server: publicGitHub, repository };
  return "kind" in home ? home : { server: home, repository };
}

function isPath(repository: string): boolean {
  return /(?:^|\/)\.{1,2}(?:\/|$)/.test(repository);
}

function unknown(reason: string): Unknown {
  return { kind: "unknown", reason };
}
