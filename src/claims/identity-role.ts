/** A role as the identities of claims write it. The inbox keeps its former name there, so that a baseline written before holds. */
export function identityRole(role: string): string {
  return role === "inbox" ? "staging" : role;
}
