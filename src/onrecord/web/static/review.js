// Review by keyboard: single keys press what carries them, unless somebody is typing or has switched them off.
const keys = document.querySelector("[data-keys-switch]");
keys.checked = localStorage.getItem("onrecord-keys") !== "off";
keys.addEventListener("change", () => localStorage.setItem("onrecord-keys", keys.checked ? "on" : "off"));
const sheet = document.getElementById("sheet");
document.querySelector("[data-sheet]").addEventListener("click", () => sheet.showModal());
const who = document.querySelector("[data-who-field]");
who?.addEventListener("input", () => {
  for (const field of document.querySelectorAll("[data-who]")) field.value = who.value;
});
addEventListener("keydown", (e) => {
  if (!keys.checked || e.ctrlKey || e.metaKey || e.altKey || sheet.open) return;
  if (e.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]")) return;
  if (e.key === " " && e.target.closest("a, button, summary, input")) return;
  const found = document.querySelector(`[data-key="${CSS.escape(e.key)}"]`);
  if (!found) return;
  e.preventDefault();
  found.click();
  if (found.matches("summary")) found.parentElement.querySelector("select, input:not([type=hidden])")?.focus();
});
