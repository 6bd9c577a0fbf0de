"use strict";
/* What keeps a screen its person's: the lock covers at once, a page nobody uses goes, passkeys answer. */
(() => {
  const root = document.documentElement;
  const cover = () => root.classList.add("covered");
  const uncover = () => root.classList.remove("covered");
  const undirty = () => document.querySelectorAll("form[data-dirty]").forEach((form) => { delete form.dataset.dirty; });
  window.addEventListener("pageshow", uncover);

  /* A page is idle since its last request by hand. The server knows whether the session is over: it is asked without
     extending it, and then the page is gone from the screen, not only from the server. */
  const minutes = Number(document.body.dataset.idle || 0);
  let timer = 0;
  const wait = (after) => { clearTimeout(timer); timer = setTimeout(look, after); };
  const look = async () => {
    const answer = await fetch(location.href, { headers: { "X-Poll": "1" }, redirect: "manual" }).catch(() => null);
    if (!answer || answer.type !== "opaqueredirect") { wait(60000); return; }
    cover();
    undirty();
    location.reload();
  };
  const used = () => { if (minutes) wait(minutes * 60000 + 2000); };
  used();
  document.addEventListener("htmx:finally:request", used);

  /* The lock: the page leaves the document, with all that was typed, and waits in this script's memory until the server
     opens. Nothing is stored, nothing can be read, searched or printed; with the session the page is over, too. Other
     tabs of the same browser lock and open with it. */
  const tabs = new BroadcastChannel("lock");
  let away = null, focus = null;
  const hide = () => { focus = document.activeElement; cover(); }; /* what is covered loses the focus */
  const send = (form, headers = {}) => fetch(form.action, { method: "POST", headers, body: new URLSearchParams(new FormData(form)) }).catch(() => null);
  const lockIn = async (answer) => {
    const page = answer && (answer.ok || answer.status === 422) ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    return page && page.querySelector("form[data-unlocks]") ? page : null;
  };
  const path = (address) => new URL(address, location.href).pathname;

  const shut = (lock) => {
    const body = document.body;
    away = away || {
      nodes: [...body.childNodes],
      title: document.title,
      at: focus,
      scrolled: [...body.querySelectorAll("*")].filter((el) => el.scrollTop).map((el) => [el, el.scrollTop]),
    };
    body.replaceChildren(...lock.body.childNodes);
    document.title = lock.title;
    uncover();
    body.querySelector("[autofocus]").focus();
    used();
  };
  const comeBack = () => {
    const { nodes, title, at, scrolled } = away;
    away = null;
    document.body.replaceChildren(...nodes);
    document.title = title;
    document.querySelectorAll("dialog[open]").forEach((dialog) => { dialog.removeAttribute("open"); dialog.showModal(); });
    scrolled.forEach(([el, top]) => { el.scrollTop = top; });
    at.focus({ preventScroll: true });
    window.dispatchEvent(new Event("pageshow"));
    used();
  };
  /* The server is asked for the page that waits: who may not see it any more does not. An address that takes only forms
     (405) says nothing of that; its page has no other. */
  const ask = async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer) silent();
    else if (await lockIn(answer.clone())) return;
    else if (path(answer.url) === location.pathname && (answer.ok || answer.status === 405)) comeBack();
    else location.assign(answer.url);
  };
  const lock = async (form) => {
    hide();
    const answer = await send(form);
    const page = await lockIn(answer);
    if (!page) { undirty(); form.submit(); return; } /* as a page of its own, whatever it says */
    shut(page);
    tabs.postMessage({ locked: path(answer.url) });
  };
  const silent = () => { document.querySelector("[data-lock-says]").textContent = "The server does not answer. Try again."; };
  const unlock = async (form) => {
    const answer = await send(form, { "HX-Request": "true" });
    const page = await lockIn(answer);
    const leads = answer && answer.headers.get("HX-Redirect");
    if (page) shut(page);
    else if (!leads) silent();
    else if (path(leads) !== location.pathname) location.assign(leads);
    else { await ask(); tabs.postMessage({ opened: true }); }
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const act = form.matches("form[data-covers]") ? lock : away && form.matches("form[data-unlocks]") ? unlock : null;
    if (!act || event.defaultPrevented) return;
    event.preventDefault();
    act(form);
  }, true);
  /* A page at which one signs in says so: in other tabs whatever needed the session that is over goes with it. The server
     says whether it is; who only looked at that page loses nothing. */
  const left = async (door) => {
    if (!away) hide();
    const answer = await fetch(location.href, { headers: { "X-Poll": "1" } }).catch(() => null);
    if (!answer || path(answer.url) !== door) { if (!away) uncover(); return; }
    away = null;
    undirty();
    location.reload();
  };
  if (document.querySelector("form[data-signs-in]")) tabs.postMessage({ left: location.pathname });
  tabs.addEventListener("message", async ({ data }) => {
    if (data.left) { if (away || document.querySelector("form[data-covers]")) left(data.left); return; }
    if (data.opened && away) { ask(); return; }
    if (!data.locked || away || !document.querySelector("form[data-covers]")) return;
    hide();
    const page = await lockIn(await fetch(`${data.locked}?${new URLSearchParams({ next: location.pathname })}`).catch(() => null));
    if (page) shut(page);
    else { undirty(); location.reload(); }
  });

  /* Passkeys: JSON writes bytes as base64url, the browser wants buffers. */
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));
  const asked = ({ publicKey: key }) => ({
    publicKey: {
      ...key, challenge: bytes(key.challenge),
      ...(key.user ? { user: { ...key.user, id: bytes(key.user.id) }, excludeCredentials: known(key.excludeCredentials) } : { allowCredentials: known(key.allowCredentials) }),
    },
  });
  const told = (credential) => {
    const response = {};
    ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"].forEach((part) => {
      if (credential.response[part]) response[part] = text(credential.response[part]);
    });
    return JSON.stringify({ id: credential.id, rawId: text(credential.rawId), type: credential.type, response, clientExtensionResults: credential.getClientExtensionResults() });
  };
  const answer = async (form, make) => {
    const says = form.querySelector("[data-passkey-says]");
    const field = form.querySelector("[data-passkey-answer], input[name=passkey]");
    try {
      if (!window.PublicKeyCredential) throw new Error("This browser, or this address without https, can use no passkeys.");
      const headers = { "X-CSRFToken": form.querySelector("input[name=csrfmiddlewaretoken]").value };
      const question = await fetch(form.dataset.asks, { method: "POST", headers });
      if (!question.ok) throw new Error("The page is too old. Load it again.");
      const options = asked(await question.json());
      field.value = told(await (make ? navigator.credentials.create(options) : navigator.credentials.get(options)));
      form.submit();
    } catch (error) {
      field.value = "";
      says.textContent = error.name === "InvalidStateError" ? "This passkey is added already." : error.name === "NotAllowedError" ? "No passkey answered." : error.message;
    }
  };
  document.querySelectorAll("form[data-passkey=create], form[data-passkey=get]").forEach((form) => form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    answer(form, form.dataset.passkey === "create");
  }));
  document.querySelectorAll("[data-passkey-asks]").forEach((button) => button.addEventListener("click", () => answer(button.form, false)));
})();
