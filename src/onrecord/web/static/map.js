// The map's picture: world-atlas boundaries (nobody's claim), claims' places as HTML labels, no tile or font server.
import * as maplibre from "/static/vendor/maplibre-gl.mjs";
const box = document.getElementById("map");
const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();
const [{ places }, atlas] = await Promise.all([
  fetch(box.dataset.source, { headers: { accept: "application/json" } }).then((r) => r.json()),
  fetch("/static/vendor/countries-50m.json").then((r) => r.json()),
]);
maplibre.setWorkerUrl?.("/static/vendor/maplibre-gl-worker.mjs");
const map = new maplibre.Map({
  container: box, attributionControl: false, maxZoom: 9,
  style: {
    version: 8,
    sources: {
      land: { type: "geojson", data: topojson.feature(atlas, atlas.objects.countries) },
      borders: { type: "geojson", data: topojson.mesh(atlas, atlas.objects.countries, (a, b) => a !== b) },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("--hover") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("--card") } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": colour("--soft"), "line-width": 0.6, "line-dasharray": [3, 2] } },
    ],
  },
});
map.addControl(new maplibre.NavigationControl({ showCompass: false }));
const pins = [];
const points = places.filter((p) => p.latitude !== null);
for (const p of points) {
  const pin = document.createElement("div");
  pin.className = `pin ${p.feature}`;
  const label = document.createElement("a");
  label.href = `/events?place=${encodeURIComponent(p.key)}`;
  label.textContent = `${p.names.join(" / ")} (${p.claims})`;
  pin.append(label);
  pins.push({ pin, label, marker: new maplibre.Marker({ element: pin, anchor: "left" }).setLngLat([p.longitude, p.latitude]).addTo(map) });
}
// Labels that would lie on another are left out until the map is drawn nearer; their points stay, and the table has all of them.
const uncrowd = () => {
  const taken = [];
  for (const { pin, label } of pins) {
    label.hidden = false;
    const box = pin.getBoundingClientRect();
    const clash = taken.some((t) => box.left < t.right && t.left < box.right && box.top < t.bottom && t.top < box.bottom);
    label.hidden = clash;
    if (!clash) taken.push(box);
  }
};
map.on("moveend", uncrowd);
map.once("idle", uncrowd);
if (points.length) {
  const lon = points.map((p) => p.longitude), lat = points.map((p) => p.latitude);
  map.fitBounds([[Math.min(...lon), Math.min(...lat)], [Math.max(...lon), Math.max(...lat)]], { padding: 60, maxZoom: 6, animate: false });
}
map.once("idle", () => { box.dataset.ready = "yes"; });
