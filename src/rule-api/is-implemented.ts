/**
 * Whether a status of the ledger says that the thing exists in the product. Only the words count, in the order
 * that decides: "not implemented", "partially implemented" and "foundation-only" do not.
 */
export function isImplemented(status: string): boolean {
  const words = status.toLowerCase().replace(/[`*_]/g, "").trim();
  if (/^(?:not|no|un|partial|partly|in[ -]progress|planned|draft|foundation|to be)\b|^(?:unimplemented|partially)\b|\bnot (?:yet )?(?:implemented|adopted)\b/.test(words)) return words.startsWith("implemented but not");
  return /^(?:fully |repo-)?(?:implemented|adopted|sellable|fast sellable|shipped|done|complete|completed|live|released|delivered|real)\b/.test(words);
}
