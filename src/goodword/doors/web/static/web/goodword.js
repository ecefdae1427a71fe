// Goodword works without this file. It adds: changing the theme without a reload, keyboard movement, help.
const root = document.documentElement;
const YEAR = 365 * 24 * 3600;

for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;

addEventListener("submit", (event) => {
  if (!event.target.closest("[data-theme-toggle]")) return;
  event.preventDefault();
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  document.cookie = `theme=${root.dataset.theme}; path=/; max-age=${YEAR}; samesite=lax`;
});

const single = document.getElementById("single-keys");
if (single) {
  single.checked = localStorage.getItem("single-keys") !== "off";
  single.addEventListener("change", () => localStorage.setItem("single-keys", single.checked ? "on" : "off"));
}

let going = 0;

addEventListener("keydown", (event) => {
  const typing = event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  if (typing || event.metaKey || event.ctrlKey || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === "enter" && event.target.matches("[data-item]:not(summary)")) {
    event.target.querySelector("a")?.click();
    return;
  }
  if (!single?.checked) return;

  const place = Date.now() - going < 900 && document.querySelector(`[data-go="${CSS.escape(key)}"]`);
  if (place) { place.click(); return; }
  if (key === "g") { going = Date.now(); return; }
  if (key === "?") { document.getElementById("keys")?.togglePopover(); return; }
  if (key === "j" || key === "k") { step(key === "j" ? 1 : -1); event.preventDefault(); return; }
  const field = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (field) { field.focus(); event.preventDefault(); }
});

function step(by) {
  const items = [...document.querySelectorAll("[data-item]")];
  if (!items.length) return;
  const at = items.indexOf(document.activeElement?.closest("[data-item]"));
  items[Math.min(items.length - 1, Math.max(0, at + by))].focus();
}
