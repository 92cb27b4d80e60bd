/** The address of a server, without a slash at its end; a token may travel to it. */
export function checkedAddress(given: string): string {
  const refused = (reason: string) => new TypeError(`\`${given}\` ${reason}`);
  let url: URL;
  try {
    url = new URL(given);
  } catch {
    throw refused("is no address of a server; write `https://registry.example`");
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw refused("is no address of a server; write `https://registry.example`");
  }
  if (url.username !== "" || url.password !== "") {
    throw refused("names a user; the token says who you are");
  }
  if (url.search !== "" || url.hash !== "") {
    throw refused("is more than the address of a server; leave out what stands behind `?` or `#`");
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw refused("is plain HTTP beyond this machine; use https, or a tunnel to it");
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}

/** `URL` has brought every spelling of an IPv4 address into its one form. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** A token stands in a header, so not every text can be one. The error does not repeat it. */
export function checkedToken(token: string): string {
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new TypeError("the token is empty, or holds a blank, a line break or another sign that no token has");
  }
  return token;
}
