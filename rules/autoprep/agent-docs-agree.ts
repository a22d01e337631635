import {
  commandNames,
  defineRule,
  isMentionedFile,
  isMentionedHeading,
  onlyNearest,
  planningPaths,
  suggestText,
  z,
  type AgentMentionClaim,
  type Facts,
  type Fix,
  type RuleContext,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<{ readonly ignore: readonly string[] }, "file" | "section" | "command" | "script">;

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
      fact: "there is no {value}; the queue is {queue}",
      help: "Name the document that agents should read.",
    },
    section: {
      message: "Agents are told about a section “{value}”, which no planning document has.",
      fact: "the queue has the sections {sections}",
      help: "Write the heading as it is in the queue.",
    },
    command: {
      message: "Agents are told to run `{value}`, which is not a command of queue-lint.",
      fact: "queue-lint has the commands {commands}",
      help: "Write a command that exists; `npx queue-lint --help` lists them.",
    },
    script: {
      message: "Agents are told to run `{value}`, but package.json has no such script.",
      fact: "the scripts of package.json are {scripts}",
      help: "Add the script, or name one that exists.",
    },
  },
  check(context) {
    const { ignore } = context.options;
    const mentions = context.claims.of("agent-mention").filter((mention) => !ignore.includes(mention.value));
    for (const mention of mentions) {
      if (mention.subject === "file") checkFile(mention, context);
      if (mention.subject === "section") checkSection(mention, context);
      checkScript(mention, context);
      if (mention.subject === "command") checkCommand(mention, context);
    }
  },
});

function checkFile(mention: AgentMentionClaim, { facts, settings, report }: Context): void {
  const { value } = mention;
  if (isMentionedFile(mention, { facts, settings })) return;
  report("file", mention, {
    data: { value, queue: settings.queue.path },
    fix: correction(mention, { word: value, known: planningPaths(settings) }, facts),
  });
}

function checkSection(mention: AgentMentionClaim, { claims, facts, settings, report }: Context): void {
  const { value } = mention;
  const headings = claims.of("section").map((section) => section.title);
  if (headings.length === 0 || isMentionedHeading(mention, headings)) return;
  report("section", mention, {
    data: { value, sections: headings.map((heading) => `“${heading}”`).join(", ") },
    factAt: { path: settings.queue.path },
    fix: correction(mention, { word: value, known: headings }, facts),
  });
}

function checkCommand(mention: AgentMentionClaim, { facts, report }: Context): void {
  const { value } = mention;
  const command = /queue-lint(?:@\S+)?\s+([a-z][\w-]*)/.exec(value)?.[1];
  if (command === undefined || commandNames.some((name) => name === command)) return;
  report("command", mention, {
    data: { value, commands: commandNames.join(", ") },
    fix: correction(mention, { word: command, known: commandNames }, facts),
  });
}

function checkScript(mention: AgentMentionClaim, { facts, report, notChecked }: Context): void {
  const { value } = mention;
  const script = /^(?:npm|pnpm|yarn|bun)\s+run\s+(\S+)/.exec(value)?.[1];
  if (script === undefined) return;
  if (facts.scripts === undefined) notChecked("there is no readable package.json", mention);
  else if (!facts.scripts.has(script))
    report("script", mention, {
      data: { value, scripts: [...facts.scripts].join(", ") || "none" },
      factAt: { path: "package.json" },
      fix: correction(mention, { word: script, known: facts.scripts }, facts),
    });
}

function correction(
  { location }: AgentMentionClaim,
  { word, known }: { word: string; known: Iterable<string> },
  facts: Facts,
): Fix | undefined {
  return suggestText(location, [word, onlyNearest(word, known)], facts);
}
