/** Limits that GitHub's description states in words, or that its server holds without saying so there. */
const limits = { comment: 65_536, annotationTitle: 255, annotationBytes: 64 * 1024, statusDescription: 140 } as const;

interface SentAnnotation {
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
}

/** What GitHub refuses in a request although the schema of its description allows it. */
export function limitFaults(operation: string, body: unknown): string[] {
  const sent = (body ?? {}) as { body?: string; description?: string; output?: { annotations?: SentAnnotation[] } };
  if (operation.endsWith("-comment") && (sent.body ?? "").length > limits.comment)
    return [`Body is too long (maximum is ${limits.comment} characters)`];
  if (operation.endsWith("-comment") && (sent.body ?? "").trim() === "") return ["Body can't be blank"];
  if (operation === "repos/create-commit-status" && (sent.description ?? "").length > limits.statusDescription)
    return [`description is too long (maximum is ${limits.statusDescription} characters)`];
  return operation.startsWith("checks/") ? (sent.output?.annotations ?? []).flatMap(annotationFaults) : [];
}

function annotationFaults({
  start_line,
  end_line,
  start_column,
  end_column,
  message,
  title = "",
  raw_details = "",
}: SentAnnotation): string[] {
  const oneLine = start_line === end_line;
  return [
    ...(start_line < 1 || end_line < start_line ? [`lines ${start_line} to ${end_line} are no lines`] : []),
    ...(!oneLine && (start_column !== undefined || end_column !== undefined)
      ? ["columns are for annotations of one line"]
      : []),
    ...(oneLine &&
    start_column !== undefined &&
    end_column !== undefined &&
    (start_column < 1 || end_column < start_column)
      ? [`columns ${start_column} to ${end_column} are no columns`]
      : []),
    ...(message.trim() === "" ? ["message is empty"] : []),
    ...(title.length > limits.annotationTitle ? [`title is longer than ${limits.annotationTitle} characters`] : []),
    ...([message, raw_details].some((text) => Buffer.byteLength(text) > limits.annotationBytes)
      ? ["message or raw_details has more than 64 KB"]
      : []),
  ];
}
