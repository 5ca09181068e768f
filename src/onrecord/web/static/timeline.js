// The timeline's picture: a bar from the first to the last day an event can lie on; a bar's dashed ends say that the days are not known exactly.
const box = document.getElementById("timeline");
const { claims } = await (await fetch(box.dataset.source, { headers: { accept: "application/json" } })).json();
const dayAfter = (text) => { const d = new Date(`${text}T00:00:00Z`); d.setUTCDate(d.getUTCDate() + 1); return d; };
const items = claims.map((c) => {
  const first = c.earliest ?? c.latest;
  const last = c.latest ?? c.earliest;
  const label = document.createElement("a");
  label.href = c.address;
  label.textContent = c.what;
  label.tabIndex = -1;
  return {
    id: c.id, content: label, start: new Date(`${first}T00:00:00Z`), end: dayAfter(last), type: "range", title: undefined,
    className: `${c.badge}${first === last && c.earliest && c.latest ? "" : " rough"}`,
  };
});
if (items.length) new vis.Timeline(box, items, { height: "26rem", stack: true, zoomMin: 86400000 * 3, selectable: false, showCurrentTime: false });
else box.hidden = true;
box.dataset.ready = "yes";
