/**
 * Whether a status of the ledger says that the thing exists in the product: "implemented but not productized" does,
 * "not implemented", "partially implemented" and "foundation-only" do not. The first word decides.
 */
export function isImplemented(status: string): boolean {
  const words = status.toLowerCase().replace(/[`*_]/g, "").trim();
  return /^(?:fully |repo-)?(?:implemented|adopted|sellable|fast sellable|shipped|done|complete|completed|live|released|delivered|real)\b/.test(words);
}
