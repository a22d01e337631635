import { describe, expect, it } from "vitest";
import { isPlaceholder } from "../../src/core/placeholder.ts";

describe("isPlaceholder", () => {
  it.each(
    [
      ["", "  ", "-", "—", "?", "???", "…", "...", "_", "~", "<!-- why -->"],
      [
        "TODO",
        "todo",
        "Todo.",
        "TODO: who decided",
        "TODO say why",
        "TODO(ada)",
        "TBD",
        "**TBD**",
        "`tbd`",
        "TBD by legal",
        "FIXME",
        "XXX",
      ],
      [
        "n/a",
        "N/A.",
        "none",
        "None",
        "(none)",
        "See above.",
        "see below",
        "ditto",
        "later",
        "to be decided",
        "“not applicable”",
      ],
      [
        "<reason>",
        "<date>: <name>",
        "<why it is wanted again>",
        "{{reason}}",
        "${owner}",
        "[NAME]",
        "[who decided]",
        "___",
        "YYYY-MM-DD",
        "TT.MM.JJJJ",
      ],
      [
        "YYYY-MM-DD, <name>",
        "2026-11-30, TODO: who decided",
        "2026-11-30: TBD",
        "<name>, 2026-11-30",
        "2026-11-30 — n/a",
      ],
      [
        "siehe oben",
        "keine",
        "k. A.",
        "wird noch geklärt",
        "ver arriba",
        "Ninguno",
        "à définir",
        "Néant",
        "a definir",
        "não se aplica",
      ],
      ["未定", "同上", "なし。", "待定", "见上文", "无"],
    ].flat(),
  )("%s", (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  it.each(
    [
      ["2026-11-30", "Ada", "Ada decided (TODO: link)", "2026-11-30, Ada: the harbour asked again", "✅", "4", "no"],
      [
        "TODO list for the harbour",
        "Todo app was asked for again",
        "Later tides need it",
        "None of the readers may write",
      ],
      [
        "[SPEC-012]",
        "[Seat maps]",
        "[the note](note.md)",
        "see above all the harbour log",
        "a < b and c > d",
        "<2 s for each tide>, says Ada",
      ],
      ["Siehe oben: die Werft entscheidet", "pending", "blocked", "offen", "optional"],
    ].flat(),
  )("not %s", (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});
