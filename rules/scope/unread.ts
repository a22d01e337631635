import { defineRule, noOptions, readsAsQueue } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow what looks like an entry among entries and was read as nothing",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    unread: {
      message: "“{text}” was read as nothing: {reason}.",
      fact: "it has {sign}, but no rule examines it",
      help: "Write it like the entries around it; if it is a note, make it a sentence that ends in a full stop.",
    },
    row: {
      message: "The row “{text}” was read as nothing: {reason}.",
      fact: "it has {sign}, but no rule examines it",
      help: "Put the row directly below its table, with a header that names what each column holds; header words are listed under `columns` in the configuration.",
    },
    table: {
      message: "The row “{text}” and others of {path} were read as nothing: {reason}.",
      fact: "it has {sign}, but no rule examines it",
      help: "If the table lists planned work, name the header of its titles under `columns.title` in the configuration.",
      isAdvisory: true,
    },
  },
  check({ claims, settings, report }) {
    const isQueue = readsAsQueue({ claims, settings });
    for (const unread of claims.of("unread")) {
      const { sign, reason, document } = unread;
      if (sign === undefined || (document === "queue" && !isQueue)) continue;
      const text = unread.text.length > 80 ? `${unread.text.slice(0, 79)}…` : unread.text;
      if (unread.certain) report(unread.form === "row" ? "row" : "unread", unread, { data: { text, reason, sign } });
      else report("table", unread, { data: { text, reason, sign, path: unread.location.path } });
    }
  },
});
