/** The signs that lead from a title to what became of it, as the source of a regular expression. */
export const arrowSigns = String.raw`(?:-{1,2}>|={1,2}>|→|⟶|⇒|⟹|➜|➔|➡\uFE0F?)`;
