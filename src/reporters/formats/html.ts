import { page } from "../html/page.ts";
import type { Reporter } from "../reporter.ts";

/** One self-contained page: the queue as a board, each entry with its findings, filters that work with the keyboard. */
export const html: Reporter = {
  description: "one page with the queue as a board, for a browser",
  shows: "board",
  render: (report, options) => page(report, options).text,
};
