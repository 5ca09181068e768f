// Deciding by keyboard: single keys press what carries them, unless somebody is typing or has switched them off; j and k go from row to row of a list.
// A filter puts new content into the page without loading it anew: so everything is looked up when it is needed.
const one = (wanted) => document.querySelector(wanted);
const marked = () => [...document.querySelectorAll("[data-mark]:checked")];
const on = () => localStorage.getItem("onrecord-keys") !== "off";
// Rows that are marked become one: which one stays is said beside the button, and fewer than two are not sent.
const say = (text) => {
  const words = one("[data-joining-words]");
  if (!words) return;
  words.dataset.note ??= words.textContent;
  const found = marked(), first = found[0]?.dataset.mark;
  words.textContent = text ?? (found.length > 1 ? `${found.length} marked. They become one: “${first}”.` : found.length ? `One marked: “${first}”. Mark another that is the same.` : words.dataset.note);
};
const ready = () => {
  const box = one("[data-keys-switch]");
  if (box) box.checked = on();
  say();
};
ready();
document.addEventListener("htmx:afterSettle", ready);
document.addEventListener("change", (e) => {
  if (e.target.matches("[data-keys-switch]")) localStorage.setItem("onrecord-keys", e.target.checked ? "on" : "off");
  if (e.target.matches("[data-mark]")) say();
});
document.addEventListener("input", (e) => {
  if (e.target.matches("[data-who-field]")) for (const field of document.querySelectorAll("[data-who]")) field.value = e.target.value;
});
document.addEventListener("click", (e) => { if (e.target.closest("[data-sheet]")) document.getElementById("sheet").showModal(); });
document.addEventListener("submit", (e) => {
  if (!e.target.matches("[data-joining]") || marked().length > 1) return;
  e.preventDefault();
  say("Mark two or more first: click their boxes, or j, k and Space.");
});
const step = (by) => {
  const rows = [...document.querySelectorAll("[data-step]")];
  const at = rows.indexOf(document.activeElement.closest("[data-step]"));
  const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
  (next?.querySelector("[data-mark]") ?? next)?.focus();
  next?.scrollIntoView({ block: "nearest" });
};
addEventListener("keydown", (e) => {
  if (!on() || e.ctrlKey || e.metaKey || e.altKey || one("dialog[open]")) return;
  if (e.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]")) return;
  if (e.key === " " && e.target.closest("a, button, summary, input")) return;
  const wanted = `[data-key="${CSS.escape(e.key)}"]`;
  // What is meant is in the row where one stands, else on the page outside of all rows.
  const found = e.target.closest("[data-step]")?.querySelector(wanted) ?? [...document.querySelectorAll(wanted)].find((x) => !x.closest("[data-step]"));
  if (found) {
    e.preventDefault();
    found.click();
    if (found.matches("summary")) found.parentElement.querySelector("select, input:not([type=hidden])")?.focus();
  } else if ((e.key === "j" || e.key === "k") && one("[data-step]")) {
    e.preventDefault();
    step(e.key === "j" ? 1 : -1);
  }
});
