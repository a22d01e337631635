/** Where the pages of the rules can be read. */
export const documentationUrl = "https://github.com/queue-lint/queue-lint/blob/main/docs/rules";

/** Where the documentation begins. */
export const manualUrl = "https://github.com/queue-lint/queue-lint/tree/main/docs";
