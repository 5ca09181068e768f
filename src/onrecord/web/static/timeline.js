// The timeline's picture: a bar from the first to the last day an event can lie on; its ends say whether the day is given or lies somewhere in between.
const box = document.getElementById("timeline");
const { claims } = await (await fetch(box.dataset.source, { headers: { accept: "application/json" } })).json();
const dayAfter = (text) => { const d = new Date(`${text}T00:00:00Z`); d.setUTCDate(d.getUTCDate() + 1); return d; };
const items = claims.map((c) => {
  const first = c.earliest ?? c.latest;
  const last = c.latest ?? c.earliest;
  const label = document.createElement("a");
  label.href = c.address;
  const what = c.what.length > 60 ? `${c.what.slice(0, 58)}…` : c.what;
  label.textContent = c.badge === "fact" ? what : `${c.badge === "denied" ? "Denied" : "Not stated as fact"}: ${what}`;
  label.tabIndex = -1;
  const exact = first === last && c.earliest && c.latest;
  return { id: c.id, content: label, start: new Date(`${first}T00:00:00Z`), end: dayAfter(last), type: "range", className: `${c.badge} ${exact ? "exact" : "rough"}` };
});
box.replaceChildren();
const day = 86400000;
const from = Math.min(...items.map((i) => +i.start)), to = Math.max(...items.map((i) => +i.end));
const room = Math.max((to - from) * 0.06, day * 3);
// The words of the last bars stand to the right of them.
const words = Math.max((to - from) * Math.min(400 / Math.max(box.clientWidth - 400, 1), 0.4), room * 3);
const drawn = new vis.Timeline(box, items, {
  height: "30rem", stack: true, zoomMin: day * 3, selectable: false, showCurrentTime: false, orientation: "top", verticalScroll: true, zoomKey: "ctrlKey",
  start: new Date(from - room), end: new Date(to + words), margin: { item: { horizontal: 2, vertical: 4 } },
});
// Drawn once its bars stand where they belong, which takes it a few rounds.
const settle = setInterval(() => {
  const shown = box.querySelector(".vis-timeline"), bar = box.querySelector(".vis-item");
  if (!bar || getComputedStyle(shown).visibility !== "visible" || bar.getBoundingClientRect().top < shown.getBoundingClientRect().top) return;
  clearInterval(settle);
  requestAnimationFrame(() => requestAnimationFrame(() => { box.dataset.ready = "yes"; }));
}, 60);
