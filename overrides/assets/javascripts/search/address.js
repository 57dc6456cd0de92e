/** The query in the address, so that Back and a reload find it again and it can be shared. */

/** @param {string} text The query; "" for none. */
export function write(text) {
  const address = new URL(location.href);
  if ((address.searchParams.get("q") ?? "") === text) return;
  if (text) address.searchParams.set("q", text);
  else address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
}
