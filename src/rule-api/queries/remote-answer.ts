import type { Facts } from "../../core/fact.ts";
import type { RemoteReference } from "../../core/remote.ts";
import type { Quotation } from "../../core/quotation.ts";
import type { RuleContext } from "../define-rule.ts";

type RemoteFact = Exclude<ReturnType<Facts["remote"]>, { readonly kind: "unknown" }>;

/** What the server says of an issue or a pull request; undefined when nobody knows, which makes the claim one that was not checked. */
export function remoteAnswer(
  claim: Quotation & { readonly reference: RemoteReference },
  { facts, notChecked }: Pick<RuleContext<unknown, string>, "facts" | "notChecked">,
): RemoteFact | undefined {
  const answer = facts.remote(claim.reference);
  if (answer.kind !== "unknown") return answer;
  // Not handed on as it is: that a server was not asked, or did not answer, is not a gap in the history.
  notChecked(answer.reason, claim);
  return undefined;
}
