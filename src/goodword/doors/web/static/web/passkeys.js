// Passkeys (WebAuthn level 3): the server writes what is to be signed, the browser signs, a form carries it back.
// Without this file, or in a browser without passkeys, the forms stay hidden and every other way in works.
const able = "credentials" in navigator && "parseRequestOptionsFromJSON" in (window.PublicKeyCredential ?? {});

async function optionsFor(form) {
  const written = form.querySelector("script[type='application/json']");
  if (written) return JSON.parse(written.textContent).publicKey;
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  return (await answer.json()).publicKey;
}

async function credentialFor(form) {
  const options = await optionsFor(form);
  if (form.dataset.passkey === "create") {
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  }
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

async function send(event) {
  const form = event.currentTarget;
  event.preventDefault();
  const failed = form.querySelector("[data-failed]");
  failed.hidden = true;
  try {
    form.elements.credential.value = JSON.stringify(await credentialFor(form));
    form.submit(); // does not ask this listener again
  } catch {
    failed.hidden = false; // said no, too slow, or no passkey here: the page says what else there is
  }
}

if (able) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", send);
  }
  for (const note of document.querySelectorAll("[data-no-passkeys]")) note.hidden = true;
}
