import {
  closest,
  commandNames,
  correctWord,
  defineRule,
  mentionState,
  planningRoles,
  subcommandIn,
  z,
  type AgentMentionClaim,
  type Evidence,
  type Facts,
  type Settings,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description:
      "Require agent instruction files to name queue files, sections, specs, scripts and commands that exist",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    laxer: { ignore: "more" },
  },
  options: z.strictObject({
    ignore: z
      .array(z.string())
      .default([])
      .describe(
        "File names, section headings and commands that agents are told about on purpose although they are not here.",
      ),
  }),
  messages: {
    file: {
      message: "Agents are told to read {value}, which does not exist.",
      fact: "there is no {value}; {queue}",
      help: "Name the document that agents should read.",
    },
    section: {
      message: "Agents are told about a section “{value}”, which no planning document has.",
      fact: "{sections}",
      help: "Write the heading as it is in the queue.",
    },
    command: {
      message: "Agents are told to run `{value}`, which is not a command of queue-lint.",
      fact: "{commands}",
      help: "Write a command that exists; `npx queue-lint --help` lists them.",
    },
    script: {
      message: "Agents are told to run `{value}`, but no package.json has such a script.",
      fact: "{scripts}",
      help: "Add the script, or name one that exists.",
    },
    pointer: {
      message: "Agents are pointed at {value}, which does not exist.",
      fact: "there is no {value}",
      help: "Point at the spec or plan that is worked on now, or remove the pointer.",
    },
  },
  check({ claims, facts, settings, options, report, notChecked }) {
    const headings = claims.of("section").map((section) => section.title);
    const repository = { facts, settings, headings };
    for (const mention of claims.of("agent-mention")) {
      const { value, subject } = mention;
      if (subject === "picking" || options.ignore.includes(value)) continue;
      const state = mentionState(mention, repository);
      if (state.kind === "unknown") notChecked(subject === "pointer" ? state : state.reason, mention);
      if (state.kind !== "missing") continue;
      const { word, known, ...evidence } = evidenceOf(mention, repository);
      report(subject, mention, { ...evidence, fix: correctWord(mention.location, { word, known }, facts) });
    }
  },
});

interface Repository {
  readonly facts: Facts;
  readonly settings: Settings;
  readonly headings: readonly string[];
}

/** What is wrong in a mention, the words that could have been meant, and where the truth can be read. */
function evidenceOf(
  { value, subject, script }: AgentMentionClaim,
  { facts, settings, headings }: Repository,
): Omit<Evidence, "habit"> & { readonly word: string; readonly known: Iterable<string> } {
  const { queue } = settings;
  const documents = planningRoles.flatMap((role) => settings[role]?.path ?? []);
  if (subject === "file") {
    const place = queue === undefined ? "there is no queue" : `the queue is ${queue.path}`;
    return { data: { value, queue: place }, word: value, known: documents };
  }
  if (subject === "section") {
    const sections = nearest("section", value, headings);
    const factAt = queue === undefined ? {} : { factAt: { path: queue.path } };
    return { data: { value, sections }, ...factAt, word: value, known: headings };
  }
  if (script !== undefined) {
    const { scripts } = facts.packages;
    const data = { value, scripts: nearest("script", script.name, scripts) };
    return { data, factAt: { path: "package.json" }, word: script.name, known: scripts };
  }
  if (subject === "command") {
    const word = subcommandIn(value) ?? "";
    return { data: { value, commands: nearest("command", word, commandNames) }, word, known: commandNames };
  }
  return { data: { value }, word: value, known: [] };
}

/** No longer beginning of a name is compared. */
const longestName = 80;

/** The nearest three of what there is. */
function nearest(noun: string, word: string, known: Iterable<string>): string {
  const names = [...known].map((name) => name.slice(0, longestName));
  const near = closest(word.slice(0, longestName), names, 3).map((one) => (noun === "section" ? `“${one}”` : one));
  if (near.length === 0) return `there are no ${noun}s`;
  return near.length === 1 ? `the nearest ${noun} is ${near.join()}` : `the nearest ${noun}s are ${near.join(", ")}`;
}
