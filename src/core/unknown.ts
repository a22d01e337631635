/** What the history or a server does not tell, and why: “the clone is shallow; run …”. */
export interface Unknown {
  readonly kind: "unknown";
  readonly reason: string;
}
