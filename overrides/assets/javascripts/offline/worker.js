// Answers the requests of one edition from what the reader chose to keep. The build writes this file as sw.js at the
// edition's root, below a constant RELEASE that names the packs of one release with their hashes.
//
// A release has one cache, and nothing enters it but files of its lists, with the hashes that these name. Which cache
// readers get is told by a pointer, and only they move it: a newer release is prepared beside the one in use.

const worker = /** @type {any} */ (globalThis);
const scope = new URL(worker.registration.scope);
const PREFIX = `sagemaker-exam-guide ${scope.pathname} `;
const POINTER = new URL("offline/current.json", scope).href;
const RECORD = new URL("offline/kept.json", scope).href;
const AT_ONCE = 6;
const HAS_HASH = /\.[0-9a-f]{8}\.(?:min\.)?(?:js|css|json)$/;
const IS_PAGE = /(?:\/|\.html)$/;

/** @typedef {"practice" | "whole"} Pack */
/** @typedef {[path: string, hash: string, size: number]} File */
/** @typedef {{packs: Pack[], files: Record<string, string>, bytes: number}} Kept What a cache holds. */
/** @typedef {(done: number, total: number) => void} Progress */

/** @param {string} name Of a release. @returns {Promise<Cache>} */
const cacheOf = (name) => caches.open(PREFIX + name);

/** @param {string} name @param {string | URL} url @returns {Promise<Response | undefined>} What a release holds; makes no cache. */
const held = (name, url) => caches.match(url, { cacheName: PREFIX + name });

/** @type {Promise<string> | undefined} */
let pointer;

/** @returns {Promise<string>} The release in use; "" for none, or where the browser keeps nothing. */
function current() {
  pointer ??= held("", POINTER)
    .then((found) => found?.json() ?? "")
    .catch(() => "");
  return pointer;
}

/** @param {unknown} value */
const asJson = (value) => new Response(JSON.stringify(value), { headers: { "Content-Type": "application/json" } });

/** @param {string} name */
async function use(name) {
  await (await cacheOf("")).put(POINTER, asJson(name));
  pointer = Promise.resolve(name);
  await forget((release) => release !== name && release !== "");
}

/** @param {(name: string) => boolean} isOld */
async function forget(isOld) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.filter((name) => isOld(name.slice(PREFIX.length))).map((name) => caches.delete(name)));
}

/** @param {string} name @returns {Promise<Kept>} */
async function kept(name) {
  const found = name ? await held(name, RECORD).catch(() => undefined) : undefined;
  return found ? found.json() : { packs: [], files: {}, bytes: 0 };
}

/** @returns {Promise<object>} What a page wants to know. */
async function state() {
  const name = await current();
  const { packs, bytes } = await kept(name);
  const isReady = Boolean(name) && name !== RELEASE.name && (await kept(RELEASE.name)).packs.length > 0;
  return { packs, bytes, isReady, isOld: Boolean(name) && name !== RELEASE.name };
}

/**
 * Fetches a file in exactly the content that a release has.
 *
 * @param {string | URL} url
 * @param {string} hash
 * @param {AbortSignal} signal
 */
async function verified(url, hash, signal) {
  const response = await fetch(url, { cache: "no-cache", integrity: `sha256-${hash}`, signal }).catch(async (error) => {
    signal.throwIfAborted();
    // A browser does not tell a lost connection from other content.
    const isThere = await fetch(url, { method: "HEAD", cache: "no-store" }).then(
      () => true,
      () => false,
    );
    throw isThere ? new Error("changed") : error;
  });
  if (!response.ok) throw new Error("changed");
  return response;
}

/**
 * Fetches packs into the cache of this worker's release; what came before an interruption is not fetched again, nor
 * is what the release in use has with the same hash.
 *
 * @param {Pack[]} packs
 * @param {AbortController} control Stops all of it.
 * @param {Progress} [told]
 */
async function fill(packs, control, told) {
  const { signal } = control;
  const cache = await cacheOf(RELEASE.name);
  const old = await current();
  const before = old === RELEASE.name ? undefined : await kept(old);
  const lists = packs.map(async (pack) => {
    const [path, hash] = RELEASE.lists[pack];
    return /** @type {File[]} */ (await (await verified(new URL(path, scope), hash, signal)).json());
  });
  const files = (await Promise.all(lists)).flat();
  const total = files.reduce((sum, [, , size]) => sum + size, 0);
  let done = 0;
  const take = async (/** @type {File} */ [path, hash, size]) => {
    signal.throwIfAborted();
    const url = new URL(path, scope);
    if (!(await cache.match(url))) {
      const same = before?.files[path] === hash ? await held(old, url) : undefined;
      await cache.put(url, same ?? (await verified(url, hash, signal)));
    }
    done += size;
    told?.(done, total);
  };
  const queue = files.values();
  const line = async () => {
    for (const file of queue) await take(file);
  };
  const lines = Array.from({ length: AT_ONCE }, line);
  try {
    await Promise.all(lines);
  } catch (error) {
    control.abort();
    await Promise.allSettled(lines); // nothing is put into the cache after this
    throw error;
  }
  /** @type {Kept} */
  const record = { packs, files: Object.fromEntries(files.map(([path, hash]) => [path, hash])), bytes: total };
  await cache.put(RECORD, asJson(record));
}

/** @param {any} error @returns {string} */
function reason(error) {
  if (error.name === "QuotaExceededError") return "full";
  if (error.name === "AbortError") return "stopped";
  if (error.name === "SecurityError" || error.name === "InvalidStateError") return "refused";
  return error.message === "changed" ? "changed" : "network";
}

/** @type {AbortController | undefined} */
let filling;

/**
 * Keeps a pack, and what it needs, once more than one page asks for it too.
 *
 * @param {Pack} pack
 * @param {Progress} told
 */
async function keep(pack, told) {
  const name = await current();
  if (name && name !== RELEASE.name) throw new Error("changed");
  const { packs } = await kept(name);
  if (packs.includes(pack)) return;
  filling = new AbortController();
  try {
    await fill(pack === "whole" ? ["practice", "whole"] : ["practice"], filling, told);
    if (name !== RELEASE.name) await use(RELEASE.name);
  } catch (error) {
    const why = reason(error);
    if (why === "full" || why === "stopped") await shrink(packs);
    throw error;
  }
}

/** Removes what an unfinished pack left. @param {Pack[]} packs Those that stay. */
async function shrink(packs) {
  if (!packs.length) return forget((name) => name === RELEASE.name);
  const cache = await cacheOf(RELEASE.name);
  const { files } = await kept(RELEASE.name);
  const stay = new Set([RECORD, ...Object.keys(files).map((path) => new URL(path, scope).href)]);
  for (const request of await cache.keys()) if (!stay.has(request.url)) await cache.delete(request);
}

/** Prepares this release beside the one in use, with the same packs. Where a file has other content, it has to wait. */
async function prepare() {
  const old = await current();
  const { packs } = await kept(old);
  if (old && old !== RELEASE.name && packs.length) {
    await forget((name) => ![old, RELEASE.name, ""].includes(name));
    await fill(packs, new AbortController()).catch(async (error) => {
      if (reason(error) === "full") await forget((name) => name === RELEASE.name);
      throw error;
    });
  }
  await worker.skipWaiting();
}

/** @param {string} message */
async function tell(message) {
  for (const client of await worker.clients.matchAll({ type: "window" })) client.postMessage(message);
}

/** @param {string} pathname @returns {boolean} Whether an address is of this edition. */
const isOurs = (pathname) =>
  pathname.startsWith(scope.pathname) &&
  !RELEASE.editions.some((/** @type {string} */ folder) => pathname.startsWith(scope.pathname + folder));

/**
 * Takes over the page that asked, if all its scripts are of the release in use and no other page is open that might
 * have scripts of another one.
 *
 * @param {string} loader The address of its first script, whose name holds a hash of all that it leads to.
 */
async function claim(loader) {
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const ours = open.filter((/** @type {{url: string}} */ { url }) => isOurs(new URL(url).pathname));
  if (ours.length === 1 && (await held(await current(), loader))) await worker.clients.claim();
}

/** @type {Record<string, (message: any, told: Progress) => Promise<unknown>>} */
const ACTIONS = {
  state: async () => {},
  keep: ({ pack }, told) => alone(() => keep(pack, told)),
  stop: async () => filling?.abort(),
  claim: ({ loader }) => claim(loader),
  async update() {
    await use(RELEASE.name);
    await tell("reload");
  },
  async remove() {
    filling?.abort();
    pointer = Promise.resolve("");
    await forget(() => true);
  },
};

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/** Does one thing after another: two pages may ask at once. @param {() => Promise<unknown>} act */
function alone(act) {
  last = last.then(act, act);
  return last;
}

/** @param {URL} url @returns {string} What a file is kept under. */
const keyOf = ({ origin, pathname }) => origin + pathname.replace(/\/index\.html$/, "/");

/**
 * Answers a request. A page and all that it loads come from one place: from the release in use, or from the network.
 * What has a hash in its name is the same in both.
 *
 * @param {any} event
 * @returns {Promise<Response>}
 */
async function answer({ request, clientId }) {
  const name = await current();
  if (!name) return fetch(request);
  const url = new URL(request.url);
  const found = await held(name, keyOf(url));
  if (request.mode === "navigate") return found ?? visited(request, name);
  if (HAS_HASH.test(url.pathname)) return found ?? fetch(request);
  const client = clientId && (await worker.clients.get(clientId));
  const isKept = client && (await held(name, keyOf(new URL(client.url))));
  // The theme asks for a page without leaving the one that is open; refused, it leaves.
  const isAnotherPage = request.destination === "" && IS_PAGE.test(url.pathname);
  if (isAnotherPage && Boolean(isKept) !== Boolean(found)) return Response.error();
  return (isKept && found) || fetch(request);
}

/** @param {Request} request @param {string} name @returns {Promise<Response>} A page that is not kept. */
async function visited(request, name) {
  const folder = `${keyOf(new URL(request.url))}/`;
  try {
    return await fetch(request);
  } catch (error) {
    if (await held(name, folder)) return Response.redirect(folder);
    const page = await held(name, new URL("offline.html", scope));
    if (!page) throw error;
    return new Response(page.body, { status: 503, headers: page.headers });
  }
}

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(prepare()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(tell("changed")));

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== scope.origin || (mode === "navigate" && !isOurs(pathname))) return;
  event.respondWith(answer(event));
});

worker.addEventListener("message", (/** @type {any} */ event) => {
  const [port] = event.ports;
  const told = (/** @type {number} */ done, /** @type {number} */ total) => port.postMessage({ done, total });
  const act = async () => {
    try {
      await ACTIONS[event.data.do](event.data, told);
      port.postMessage({ state: await state() });
    } catch (error) {
      port.postMessage({ failed: reason(error), state: await state().catch(() => ({})) });
    }
  };
  event.waitUntil(act());
});
