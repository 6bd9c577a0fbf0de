"use strict";
/* What keeps a screen its person's: the lock covers at once, a page nobody uses goes, passkeys answer. */
(() => {
  const cover = () => document.documentElement.classList.add("covered");
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-covers]")) return;
    cover();
    document.querySelectorAll("form[data-dirty]").forEach((form) => { delete form.dataset.dirty; });
  }, true);
  window.addEventListener("pageshow", () => document.documentElement.classList.remove("covered"));

  /* A page is idle since its last request by hand. The server knows whether the session is over: it is asked without
     extending it, and then the page is gone from the screen, not only from the server. */
  const minutes = Number(document.body.dataset.idle || 0);
  let timer = 0;
  const wait = (after) => { clearTimeout(timer); timer = setTimeout(look, after); };
  const look = async () => {
    const answer = await fetch(location.href, { headers: { "X-Poll": "1" }, redirect: "manual" }).catch(() => null);
    if (!answer || answer.type !== "opaqueredirect") { wait(60000); return; }
    cover();
    document.querySelectorAll("form[data-dirty]").forEach((form) => { delete form.dataset.dirty; });
    location.reload();
  };
  if (minutes) {
    wait(minutes * 60000 + 2000);
    document.addEventListener("htmx:finally:request", () => wait(minutes * 60000 + 2000));
  }

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
