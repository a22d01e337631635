/** What keeps a value from being a rule, in words; undefined when it is one. Without a schema: every built-in rule passes here when the program starts. */
export function definitionFault(value: unknown): string | undefined {
  if (!isObject(value)) return "it is not an object";
  const { meta, options, messages, check } = value;
  if (!isObject(meta)) return "“meta” is not an object";
  const missing = ["description", "severity", "class", "since"].find((key) => typeof meta[key] !== "string");
  if (missing !== undefined) return `“meta.${missing}” is not a text`;
  if (!isObject(options) || typeof options["safeParse"] !== "function")
    return "“options” is not a zod schema, such as noOptions or z.strictObject({ … })";
  if (!isObject(messages)) return "“messages” is not an object";
  const bad = Object.entries(messages).find(([, template]) => !isTemplate(template));
  if (bad !== undefined) return `“messages.${bad[0]}” needs the texts “message” and “fact”`;
  return typeof check === "function" ? undefined : "“check” is not a function";
}

function isTemplate(template: unknown): boolean {
  return isObject(template) && typeof template["message"] === "string" && typeof template["fact"] === "string";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
