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
const shown = [...pairs.values()].sort((a, b) => b.claims - a.claims).slice(0, 60);
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
const width = box.clientWidth, height = box.clientHeight;
const label = (node) => ({ w: Math.min(node.data("label").length * 7.2, 120) + 16, h: 30 + 15 * Math.ceil((node.data("label").length * 7.2) / 120) });
const spread = () => {
  const nodes = drawn.nodes(), all = nodes.boundingBox({ includeLabels: false, includeOverlays: false });
  const places = nodes.map((n) => ({ n, ...label(n), x: 70 + ((n.position("x") - all.x1) / (all.w || 1)) * (width - 140), y: 20 + ((n.position("y") - all.y1) / (all.h || 1)) * (height - 90) }));
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
if (shown.length > 30) drawn.edges().addClass("unnamed");
drawn.on("mouseover", "node", (e) => {
  drawn.elements().not(e.target.closedNeighborhood()).addClass("far");
  e.target.connectedEdges().removeClass("unnamed");
});
drawn.on("mouseout", "node", () => {
  drawn.elements().removeClass("far");
  if (shown.length > 30) drawn.edges().addClass("unnamed");
});
drawn.on("tap", "node", (e) => { location.href = `/actor?key=${encodeURIComponent(e.target.id())}`; });
const redraw = () => drawn.style(style());
addEventListener("themed", redraw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
box.dataset.ready = "yes";
