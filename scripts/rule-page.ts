import { presetSeverity } from "../src/config/presets.ts";
import { presetNames } from "../src/config/resolved-config.ts";
import type { Rule } from "../src/rule-api/index.ts";
import { generatedSection, replaceSection } from "./generated-section.ts";
import { markdownTable } from "./markdown-table.ts";
import { optionTable } from "./option-table.ts";

/**
 * The page of a rule with its header and options renewed. A page that has no markers yet gets them: the header at the
 * top, the options below the heading “Options”. Undefined when it has no such heading.
 */
export function renewPage(page: string, rule: Rule): string | undefined {
  const header = pageHeader(rule);
  const headed =
    replaceSection(page, "header", header) ?? `${generatedSection("header", header)}\n\n${page.trimStart()}`;
  const options = optionTable(rule);
  return replaceSection(headed, "options", options) ?? insertOptions(headed, options);
}

function insertOptions(page: string, options: string): string | undefined {
  const heading = /^## Options[ \t]*$/m.exec(page);
  if (heading === null) return undefined;
  const at = heading.index + heading[0].length;
  return `${page.slice(0, at)}\n\n${generatedSection("options", options)}${page.slice(at)}`;
}

function pageHeader(rule: Rule): string {
  const { meta } = rule.definition;
  const row = [
    meta.severity,
    `${meta.class} – ${meta.online === true ? "rests on what a server says; asked with `--online` only" : classMeaning[meta.class]}`,
    presets(rule),
    meta.since,
  ];
  const messages = Object.values(rule.definition.messages).map(
    ({ message }) => `- ${message.replace(/[<>*_[\]`]/g, "\\$&")}`,
  );
  return [
    `# ${rule.id}`,
    `${meta.description}.`,
    markdownTable(["Severity", "Class", "Presets", "Since"], [row]),
    "It says:",
    messages.join("\n"),
  ].join("\n\n");
}

const classMeaning: Readonly<Record<Rule["definition"]["meta"]["class"], string>> = {
  fact: "rests on what the tree contains",
  history: "needs git history or a base to compare with",
  heuristic: "advisory, may be wrong",
};

/** The presets that turn the rule on, with the severity where it is not the rule's own. */
function presets(rule: Rule): string {
  const named = presetNames.flatMap((preset) => {
    const severity = presetSeverity(preset, rule);
    if (severity === "off") return [];
    return [severity === rule.definition.meta.severity ? `\`${preset}\`` : `\`${preset}\` (${severity})`];
  });
  return named.join(", ") || "none: turn it on by name";
}
