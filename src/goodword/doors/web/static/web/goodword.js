// Goodword works without this file. It adds: changing the theme and parts of a page without a reload, keys, help.
const root = document.documentElement;
const YEAR = 365 * 24 * 3600;
const KEY_PAUSE = 900; // milliseconds between G and the place to go to

let going = 0;
let itemBefore = -1; // which card or row a swap takes the place of

const items = () => [...document.querySelectorAll("[data-item]")];
const here = () => items().indexOf(document.activeElement?.closest("[data-item]") ?? null);
const wholePage = (event) => event.detail.target?.id === "main";

function prepare(scope) {
  for (const part of scope.querySelectorAll("[data-needs-script]")) part.hidden = false;
}

function say(text) {
  const said = document.getElementById("said");
  if (said) said.textContent = text;
}

function noAnswer() {
  const toasts = document.getElementById("toasts");
  const words = document.getElementById("no-answer");
  if (!toasts || !words) return;
  toasts.replaceChildren(words.content.cloneNode(true));
  prepare(toasts);
}

prepare(document);

// Theme and dialogs

addEventListener("submit", (event) => {
  if (!event.target.closest("[data-theme-toggle]")) return;
  event.preventDefault();
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  document.cookie = `theme=${root.dataset.theme}; path=/; max-age=${YEAR}; samesite=lax`;
});

addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog) {
    event.preventDefault(); // without a script the link leads to a page that asks the same
    dialog.showModal();
  }
  event.target.closest("[data-close]")?.closest(`.${event.target.closest("[data-close]").dataset.close}`)?.remove();
});

// Rows that are ticked: all of a page at once, and how many there are. What a reload or a way back ticks counts too.

function count() {
  const rows = [...document.querySelectorAll("tbody .tick-cell input")];
  const ticked = rows.filter((row) => row.checked).length;
  for (const told of document.querySelectorAll(".bulk [data-ticked]")) told.textContent = ticked ? `(${ticked})` : "";
  for (const all of document.querySelectorAll("[data-all]")) {
    all.checked = ticked > 0 && ticked === rows.length;
    all.indeterminate = ticked > 0 && ticked < rows.length;
  }
}

addEventListener("change", (event) => {
  const { all } = event.target.dataset;
  const rows = all ? event.target.closest("table").querySelectorAll(`tbody input[name="${CSS.escape(all)}"]`) : [];
  for (const row of rows) row.checked = event.target.checked;
  if (all || event.target.closest(".tick-cell")) count();
});

addEventListener("pageshow", count);

// Parts of a page: links and forms swap <main>; every answer is a whole page, so a reload shows the same.

addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, target } = event.detail;
  itemBefore = target?.closest?.("[data-item], .moment") ? here() : -1;
  if (!wholePage(event) || (xhr.status < 400 && xhr.responseText.includes('class="shell"'))) return;
  // Signed out meanwhile, or something went wrong: that page has no side of ours, so show it whole.
  event.detail.shouldSwap = false;
  location.assign(xhr.responseURL || location.href);
});

addEventListener("htmx:afterSettle", (event) => {
  prepare(document);
  count();
  if (wholePage(event)) {
    document.getElementById("more")?.hidePopover();
    // Whoever went on typing elsewhere meanwhile keeps the focus there.
    const at = document.activeElement;
    if (!at || at === document.body || at.closest("#nav")) document.getElementById("main").focus({ preventScroll: true });
    say(document.title);
  } else if (itemBefore >= 0) {
    const left = items();
    left[Math.min(itemBefore, left.length - 1)]?.focus();
  }
  itemBefore = -1;
});

addEventListener("htmx:sendError", noAnswer);
addEventListener("htmx:responseError", (event) => {
  if (!wholePage(event)) noAnswer();
});

// Keys

function listens() {
  return document.documentElement.dataset.keys !== "off" && localStorage.getItem("single-keys") !== "off";
}

addEventListener("change", (event) => {
  if (event.target.id === "single-keys") localStorage.setItem("single-keys", event.target.checked ? "on" : "off");
});

addEventListener("beforetoggle", (event) => {
  if (event.target.id !== "keys") return;
  document.getElementById("single-keys").checked = listens();
  for (const line of event.target.querySelectorAll("[data-for]")) line.hidden = !document.querySelector(line.dataset.for);
}, true);

addEventListener("keydown", (event) => {
  const typing = event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  if (typing || event.metaKey || event.ctrlKey || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === "enter" && event.target.matches("[data-item]:not(summary)")) {
    event.target.querySelector("a")?.click();
    return;
  }
  if (!listens() || document.querySelector("dialog[open]")) return;

  const place = Date.now() - going < KEY_PAUSE && document.querySelector(`[data-go="${CSS.escape(key)}"]`);
  going = 0;
  if (place) { place.click(); return; }
  if (key === "g") { going = Date.now(); return; }
  if (key === "?") { document.getElementById("keys")?.togglePopover(); return; }
  if (key === "j" || key === "k") { step(key === "j" ? 1 : -1); event.preventDefault(); return; }
  if (use(key)) event.preventDefault();
});

function step(by) {
  const all = items();
  if (all.length) all[Math.min(all.length - 1, Math.max(0, here() + by))].focus();
}

// A key acts on the card or row that has the focus; what stands outside of all of them has keys of its own.
function use(key) {
  const find = `[data-key="${CSS.escape(key)}"]`;
  const focus = document.activeElement;
  const near = focus?.closest(".moment") ?? focus?.closest("[data-item]");
  const control = near?.querySelector(find) ?? document.querySelector(`${find}:not([data-item] *, .moment *)`);
  if (!control) return false;
  if (control.matches("input:not([type=checkbox], [type=radio]), textarea, select")) control.focus();
  else control.click();
  return true;
}
