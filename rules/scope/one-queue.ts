import { defineRule, noOptions, type Facts, type QueueNamingClaim } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow a document that calls another one than the configured queue the candidate queue",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    other: {
      message: "{path} is called the candidate queue here, but the queue is {queue}.",
      fact: "the audit, and everyone who reads the configuration, takes {queue} as the queue",
      help: "Correct the sentence, or name the other document under `queue` in the configuration.",
    },
    denied: {
      message: "The queue says of itself that nobody should pick candidates from it.",
      fact: "{queue} is the queue of the configuration, where `queue-lint next` picks",
      help: "Correct the line, or name the document that is used instead under `queue` in the configuration.",
    },
  },
  check({ claims, facts, settings, report }) {
    const queue = settings.queue?.path;
    if (queue === undefined) return;
    for (const claim of claims.of("queue-naming")) {
      const { path } = claim.location;
      const named = claim.names ?? path;
      const data = { queue };
      if (claim.isQueue && !isSame(claim, { queue, facts }))
        report("other", claim, { data: { ...data, path: named }, factAt: { path: queue } });
      if (!claim.isQueue && path === queue) report("denied", claim, { data, factAt: { path: queue } });
    }
  },
});

/** A name without its folder, or seen from its document, may well mean the queue. */
function isSame({ names, location }: QueueNamingClaim, { queue, facts }: { queue: string; facts: Facts }): boolean {
  if (names === undefined) return location.path === queue;
  const wanted = names.replace(/^\.\//, "").toLowerCase();
  const known = queue.toLowerCase();
  if (known === wanted || known.endsWith(`/${wanted}`)) return true;
  const answer = facts.paths.resolve(names, location.path);
  return answer.exists === true && answer.path === queue;
}
