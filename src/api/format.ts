import { z } from "zod";
import { didYouMean } from "../config/nearest-word.ts";
import { UsageError } from "../core/errors.ts";
import type { AuditReport } from "../core/finding.ts";
import { reporters, type FormatName } from "../reporters/index.ts";
import { reportSchema } from "../reporters/report-schema.ts";
import type { FormatOptions, Reporter } from "../reporters/reporter.ts";
import { rules } from "../rule-catalogue.ts";
import { checkArgument, kindOf } from "./check-argument.ts";

const flag = z.boolean().optional();
const amount = z.int().positive().optional();
const optionsSchema = z.strictObject({
  color: flag,
  links: flag,
  quiet: flag,
  verbose: flag,
  width: amount,
  showSuppressed: flag,
  showExisting: flag,
  maxTokens: amount,
  maxLength: amount,
  wholeReport: z.string().optional(),
} satisfies Record<keyof FormatOptions, z.ZodType>);

/**
 * Renders a report: `format(report, "text")`. Without options there is no colour, and nothing is left out. Pure.
 * The format `html` has no board here: that takes the entries of the queue, which a report only counts. Throws a `UsageError` for a report, a name
 * or options that cannot be used.
 */
export function format(report: AuditReport, name: FormatName, options: Partial<FormatOptions> = {}): string {
  checkArgument(report, {
    place: "format(report, …)",
    subject: "The report",
    schema: reportSchema,
    help: "Give what lint or lintSnapshot returned, or what --format json printed.",
    allowsMore: true,
  });
  const reporter = reporterOf(name);
  checkArgument(options, {
    place: "format(…, options)",
    subject: "The options",
    schema: optionsSchema,
    help: "Correct the call; docs/api.md describes every option.",
  });
  return reporter.render(report, { color: false, links: false, quiet: false, ...options, ...described(reporter) });
}

function reporterOf(name: unknown): Reporter {
  const way = `Write one of ${Object.keys(reporters).join(", ")}.`;
  const place = "format(…, name)";
  if (typeof name !== "string")
    throw new UsageError(`The name of a format must be a text, not ${kindOf(name)}.`, way, place);
  const found = Object.hasOwn(reporters, name) ? reporters[name] : undefined;
  if (found !== undefined) return found;
  throw new UsageError(`There is no format “${name}”${didYouMean(name, Object.keys(reporters)) || "."}`, way, place);
}

/** What the rules require, for a format that says it. */
function described({ shows }: Reporter) {
  if (shows !== "rules") return {};
  return { descriptions: new Map(rules.map(({ id, definition }) => [id, definition.meta.description])) };
}
