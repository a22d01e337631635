import type { AgentMentionClaim } from "../../core/claims/claim.ts";
import type { Document } from "../../core/document.ts";
import type { Settings } from "../../core/settings.ts";
import { AbsenceReader } from "../references/absence.ts";
import { inlinesIn } from "./agent-blocks.ts";
import { agentCommands } from "./agent-commands.ts";
import { agentPaths } from "./agent-paths.ts";
import { agentSections } from "./agent-sections.ts";

/** The planning documents, sections, specs, scripts and commands that an instruction file for agents tells its readers to use. */
export function agentMentions(document: Document, settings: Settings): AgentMentionClaim[] {
  const inlines = inlinesIn(document.root);
  const absence = new AbsenceReader(settings.absence);
  return [
    ...agentPaths(inlines, absence, settings),
    ...agentSections(inlines, settings),
    ...agentCommands(document, { root: document.root, inlines, absence, negations: settings.declarations.negations }),
  ];
}
