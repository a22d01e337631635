/** How long one answer may take, in milliseconds. */
const patience = 15_000;
const mostHops = 5;

/**
 * `fetch` that gives up after a while, and follows a redirect (a moved issue, a renamed repository) only on the host that was asked: a token is
 * for that host alone. Any other redirect is answered as it is.
 */
export async function sameHostFetch(url: string, options: RequestInit = {}): Promise<Response> {
  let address = url;
  for (let hop = 0; ; hop += 1) {
    const response = await fetch(address, { ...options, redirect: "manual", signal: AbortSignal.timeout(patience) });
    const location = [301, 302, 307, 308].includes(response.status) ? response.headers.get("location") : null;
    if (location === null || hop === mostHops || !URL.canParse(location, address)) return response;
    const next = new URL(location, address);
    if (next.origin !== new URL(address).origin) return response;
    await response.body?.cancel();
    address = next.href;
  }
}
