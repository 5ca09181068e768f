// The network's picture: actors and what they are said to have done to each other.
import cytoscape from "/static/vendor/cytoscape.mjs";
// Cytoscape writes a style sheet into the page unless it finds one by this name; our content security policy refuses it, and room.css has what it needs.
const known = document.createElement("meta");
known.id = "__________cytoscape_stylesheet";
document.head.append(known);
const box = document.getElementById("network");
const { actors, ties } = await (await fetch(box.dataset.source, { headers: { accept: "application/json" } })).json();
box.replaceChildren();
// Ties of one pair are one line that names what is done; the picture has the pairs with most claims, the table all.
const pairs = new Map();
for (const t of ties) {
  const id = JSON.stringify([t.from, t.to, t.kind === "speaks about"]);
  const pair = pairs.get(id) ?? { from: t.from, to: t.to, speech: t.kind === "speaks about", kinds: [], claims: 0 };
  pair.kinds.push(t.words.split(/,| or /)[0]);
  pair.claims += t.claims;
  pairs.set(id, pair);
}
const width = box.clientWidth, height = box.clientHeight;
const room = Math.min(Math.max(Math.round((width * height) / 11000), 12), 60);
const shown = [...pairs.values()].sort((a, b) => b.claims - a.claims).slice(0, room);
if (shown.length < pairs.size) {
  const note = document.createElement("p");
  note.className = "soft";
  note.textContent = `The picture has the ${shown.length} pairs with most claims, of ${pairs.size}; the table has all.`;
  box.after(note);
}
const used = new Set(shown.flatMap((t) => [t.from, t.to]));
const style = () => {
  const tone = getComputedStyle(document.documentElement);
  const colour = (name) => tone.getPropertyValue(name).trim();
  const words = { color: colour("--ink"), "text-background-color": colour("--card"), "text-background-opacity": 0.88, "text-background-padding": 1, "font-family": "system-ui, sans-serif", "min-zoomed-font-size": 6 };
  return [
    { selector: "node", style: { ...words, label: "data(label)", "font-size": 12, "background-color": colour("--speakers"), width: 14, height: 14, "text-wrap": "wrap", "text-max-width": 110, "text-valign": "bottom", "text-margin-y": 4 } },
    { selector: "edge", style: { ...words, label: "data(label)", "font-size": 10, color: colour("--soft"), width: "data(width)", "line-color": colour("--events"), "target-arrow-color": colour("--events"), "target-arrow-shape": "triangle", "curve-style": "bezier", "arrow-scale": 1.1 } },
    { selector: ".speech", style: { "line-style": "dotted", "line-color": colour("--soft"), "target-arrow-color": colour("--soft"), "target-arrow-shape": "vee", label: "" } },
    { selector: ".unnamed", style: { label: "" } },
    { selector: ".far", style: { opacity: 0.15 } },
  ];
};
const drawn = cytoscape({
  container: box, minZoom: 0.2, maxZoom: 2.5, style: style(),
  elements: [
    ...actors.filter((a) => used.has(a.key)).map((a) => ({ data: { id: a.key, label: a.name.length > 40 ? `${a.name.slice(0, 38)}…` : a.name } })),
    ...shown.map((t, i) => ({ data: { id: `t${i}`, source: t.from, target: t.to, label: [...new Set(t.kinds)].join(", "), width: Math.min(1 + Math.log2(t.claims), 5) }, classes: t.speech ? "speech" : "" })),
  ],
});
// A few stand on a circle, where none hides another. Many are pushed apart, spread over the whole picture, then moved until no name lies on another.
const crowded = shown.length > 30 || width < 700;  // then ties are named only where a pointer is
const label = (node) => ({ w: Math.min(node.data("label").length * 7.2, 120) + 16, h: 30 + 15 * Math.ceil((node.data("label").length * 7.2) / 120) });
// Who is tied to whom, however far, shares a part of the picture that is as large as they are many; its longer side is cut first.
const cells = (groups, x, y, w, h) => {
  if (groups.length === 1) return [{ nodes: groups[0], x, y, w, h }];
  const all = groups.reduce((n, g) => n + g.length, 0);
  let cut = 1, before = groups[0].length;
  while (cut < groups.length - 1 && before + groups[cut].length <= all / 2) before += groups[cut++].length;
  const share = before / all, wide = w > 1.5 * h;  // names are wider than high
  const [first, rest] = [groups.slice(0, cut), groups.slice(cut)];
  return wide ? [...cells(first, x, y, w * share, h), ...cells(rest, x + w * share, y, w * (1 - share), h)]
    : [...cells(first, x, y, w, h * share), ...cells(rest, x, y + h * share, w, h * (1 - share))];
};
const spread = () => {
  const groups = drawn.elements().components().map((c) => c.nodes()).sort((a, b) => b.length - a.length);
  const places = cells(groups, 0, 0, width, height).flatMap((cell) => {
    const all = cell.nodes.boundingBox({ includeLabels: false, includeOverlays: false });
    const side = Math.min(70, cell.w * 0.3), top = Math.min(20, cell.h * 0.2), below = Math.min(70, cell.h * 0.4);
    const at = (from, size, share) => from + size * (Number.isFinite(share) ? share : 0.5);
    return cell.nodes.map((n) => ({
      n, ...label(n),
      x: at(cell.x + side, cell.w - 2 * side, (n.position("x") - all.x1) / all.w),
      y: at(cell.y + top, cell.h - top - below, (n.position("y") - all.y1) / all.h),
    }));
  });
  for (let round = 0; round < 300; round++) {
    let moved = false;
    for (let i = 0; i < places.length; i++) for (let j = 0; j < i; j++) {
      const a = places[i], b = places[j];
      const dx = (a.w + b.w) / 2 - Math.abs(a.x - b.x), dy = (a.h + b.h) / 2 - Math.abs(a.y - b.y);
      if (dx <= 0 || dy <= 0) continue;
      moved = true;
      const axis = dx < dy ? "x" : "y", push = Math.min(dx, dy) / 2 + 0.5, way = a[axis] >= b[axis] ? 1 : -1;
      a[axis] += way * push;
      b[axis] -= way * push;
    }
    for (const p of places) { p.x = Math.min(Math.max(p.x, 65), width - 65); p.y = Math.min(Math.max(p.y, 14), height - 58); }
    if (!moved) break;
  }
  for (const { n, x, y } of places) n.position({ x, y });
};
if (used.size <= 10) {
  drawn.layout({ name: "circle", animate: false, padding: 60 }).run();
  drawn.fit(undefined, 50);
  if (drawn.zoom() > 1.2) { drawn.zoom(1.2); drawn.center(); }
} else {
  drawn.layout({ name: "cose", animate: false, fit: false, nodeRepulsion: () => 3e5, idealEdgeLength: () => 60, componentSpacing: 60, nodeOverlap: 40, gravity: 1.2, numIter: 2000 }).run();
  spread();
  drawn.zoom(1);
  drawn.pan({ x: 0, y: 0 });
}
if (crowded) drawn.edges().addClass("unnamed");
drawn.on("mouseover", "node", (e) => {
  drawn.elements().not(e.target.closedNeighborhood()).addClass("far");
  e.target.connectedEdges().removeClass("unnamed");
});
drawn.on("mouseout", "node", () => {
  drawn.elements().removeClass("far");
  if (crowded) drawn.edges().addClass("unnamed");
});
drawn.on("tap", "node", (e) => { location.href = `/actor?key=${encodeURIComponent(e.target.id())}`; });
const redraw = () => drawn.style(style());
addEventListener("themed", redraw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
box.dataset.ready = "yes";
