// Replaces the worker of a published site that was served from this address: pages that are being written are not kept.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const leave = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(`sagemaker-exam-guide `));
    await Promise.all(names.map((name) => caches.delete(name)));
    await registration.unregister();
    for (const client of await clients.matchAll({ type: "window" })) client.navigate(client.url);
  };
  event.waitUntil(leave());
});
