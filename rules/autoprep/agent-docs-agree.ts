import {
  commandNames,
  defineRule,
  entryKey,
  onlyNearest,
  planningRoles,
  replaceText,
  z,
  type AgentMentionClaim,
  type Facts,
  type Fix,
  type Settings,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require agent instruction files to name queue files, sections and commands that exist",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
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
      fact: "the queue has the sections {sections}",
      help: "Write the heading as it stands in the queue.",
    },
    command: {
      message: "Agents are told to run `{value}`, which is no command of queue-lint.",
      fact: "queue-lint has the commands {commands}",
      help: "Write a command that exists; `npx queue-lint --help` lists them.",
    },
    script: {
      message: "Agents are told to run `{value}`, but package.json has no such script.",
      fact: "the scripts of package.json are {scripts}",
      help: "Add the script, or name one that exists.",
    },
  },
  check({ claims, facts, settings, options, report, notChecked }) {
    const mentions = claims.of("agent-mention").filter((mention) => !options.ignore.includes(mention.value));
    const headings = claims.of("section").map((section) => section.title);
    for (const mention of mentions) {
      const value = mention.value;
      const instead = (word: string, known: Iterable<string>): Fix | undefined =>
        correction(mention, { word, known }, facts);
      if (mention.subject === "file" && !fileExists(value, mention, { facts, settings })) {
        report("file", mention, {
          data: {
            value,
            queue: settings.queue === undefined ? "there is no queue" : `the queue is ${settings.queue.path}`,
          },
          fix: instead(value, planningPaths(settings)),
        });
      }
      if (mention.subject === "section" && headings.length > 0 && !isHeading(value, headings)) {
        report("section", mention, {
          data: { value, sections: headings.map((heading) => `“${heading}”`).join(", ") },
          ...(settings.queue === undefined ? {} : { factAt: { path: settings.queue.path } }),
          fix: instead(value, headings),
        });
      }
      const script = /^(?:npm|pnpm|yarn|bun)\s+run\s+(\S+)/.exec(value)?.[1];
      if (script !== undefined && facts.scripts === undefined) notChecked("there is no readable package.json", mention);
      else if (script !== undefined && facts.scripts?.has(script) === false) {
        report("script", mention, {
          data: { value, scripts: [...facts.scripts].join(", ") || "none" },
          factAt: { path: "package.json" },
          fix: instead(script, facts.scripts),
        });
      }
      const command = /queue-lint(?:@\S+)?\s+([a-z][\w-]*)/.exec(value)?.[1];
      if (mention.subject === "command" && command !== undefined && !commandNames.some((name) => name === command)) {
        report("command", mention, {
          data: { value, commands: commandNames.join(", ") },
          fix: instead(command, commandNames),
        });
      }
    }
  },
});

function correction(
  { location }: AgentMentionClaim,
  { word, known }: { word: string; known: Iterable<string> },
  facts: Facts,
): Fix | undefined {
  const close = onlyNearest(word, known);
  const edits = close === undefined ? undefined : replaceText(location, [word, close], facts);
  return edits === undefined ? undefined : { kind: "suggest", description: `Write “${close ?? ""}”.`, edits };
}

function planningPaths(settings: Settings): string[] {
  return planningRoles.flatMap((role) => settings[role]?.path ?? []);
}

/** A bare name may stand for a document beside the queue. */
function fileExists(
  value: string,
  mention: AgentMentionClaim,
  { facts, settings }: { facts: Facts; settings: Settings },
): boolean {
  const places = [mention.location.path, ...(settings.queue === undefined ? [] : [settings.queue.path])];
  return places.some((from) => facts.paths.resolve(value, from).exists !== false);
}

function isHeading(value: string, headings: readonly string[]): boolean {
  const key = entryKey(value.replace(/^#+\s*/, ""));
  return headings.some((heading) => entryKey(heading) === key || entryKey(heading).startsWith(`${key} `));
}
