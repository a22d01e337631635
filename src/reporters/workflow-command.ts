import { printable } from "./printable.ts";

/** A command to the runner of a workflow. Its words are only where the runner cannot read them as another one. */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name}${written.length === 0 ? "" : ` ${written.join(",")}`}::${data(message)}`;
}

/** As GitHub's toolkit escapes the message of a command. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** As GitHub's toolkit escapes a property of a command. */
function property(text: string): string {
  return data(printable(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
