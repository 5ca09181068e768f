// The network's picture: actors and what they are said to have done to each other.
import cytoscape from "/static/vendor/cytoscape.mjs";
// Cytoscape writes a style sheet into the page unless it finds one by this name; our content security policy refuses it, and room.css has what it needs.
const known = document.createElement("meta");
known.id = "__________cytoscape_stylesheet";
document.head.append(known);
const box = document.getElementById("network");
const { actors, ties } = await (await fetch(box.dataset.source, { headers: { accept: "application/json" } })).json();
const shown = ties.slice(0, 120);
const used = new Set(shown.flatMap((t) => [t.from, t.to]));
const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();
const drawn = cytoscape({
  container: box,
  elements: [
    ...actors.filter((a) => used.has(a.key)).map((a) => ({ data: { id: a.key, label: a.name } })),
    ...shown.map((t, i) => ({ data: { id: `t${i}`, source: t.from, target: t.to, label: t.kind.toLowerCase(), width: Math.min(1 + t.claims, 6) }, classes: t.kind === "speaks about" ? "speech" : "" })),
  ],
  style: [
    { selector: "node", style: { label: "data(label)", "font-size": 11, color: colour("--ink"), "background-color": colour("--speakers"), width: 14, height: 14, "text-wrap": "wrap", "text-max-width": 130, "text-valign": "bottom", "text-margin-y": 3, "text-background-color": colour("--card"), "text-background-opacity": 0.85 } },
    { selector: "edge", style: { label: "data(label)", "font-size": 9, color: colour("--ink"), "text-background-color": colour("--card"), "text-background-opacity": 0.9, width: "data(width)", "line-color": colour("--events"), "target-arrow-color": colour("--events"), "target-arrow-shape": "triangle", "curve-style": "bezier" } },
    { selector: ".speech", style: { "line-style": "dotted", "line-color": colour("--soft"), "target-arrow-color": colour("--soft"), label: "" } },
  ],
  // A few stand on a circle, where none hides another; many are pushed apart.
  layout: used.size <= 12 ? { name: "circle", animate: false } : { name: "cose", animate: false, nodeRepulsion: 60000, idealEdgeLength: 110, randomize: false },
});
if (drawn.zoom() > 1.4) {
  drawn.zoom(1.4);
  drawn.center();
}
box.dataset.ready = "yes";
