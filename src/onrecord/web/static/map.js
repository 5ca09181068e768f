// The map's picture: world-atlas boundaries (nobody's claim), disputed areas, and claims' places as HTML labels; no tile or font server.
import * as maplibre from "/static/vendor/maplibre-gl.mjs";
const box = document.getElementById("map");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const [{ places, disputed_areas: areas }, far, near] = await Promise.all([
  fetch(box.dataset.source, { headers: { accept: "application/json" } }).then((r) => r.json()),
  ...["110m", "50m"].map((scale) => fetch(`/static/vendor/countries-${scale}.json`).then((r) => r.json())),
]);
// The coarse atlas for the whole world, the fine one for a part of it.
const bases = [["far", far, 0, 3], ["near", near, 3, 24]];
// A rough extent, drawn as a round: nobody's border.
const round = ({ latitude, longitude, radius_km: km, id }) => {
  const ring = [];
  for (let i = 0; i <= 48; i++) {
    const turn = (i / 48) * 2 * Math.PI;
    ring.push([longitude + (km / 111.32 / Math.cos((latitude * Math.PI) / 180)) * Math.cos(turn), latitude + (km / 110.57) * Math.sin(turn)]);
  }
  return { type: "Feature", properties: { id }, geometry: { type: "Polygon", coordinates: [ring] } };
};
// The atlas is made for a globe: where an outline crosses the 180th meridian its degrees jump. Here they go on past 180, and Antarctica is closed over the pole.
const unrolled = (ring) => {
  let shift = 0;
  const found = ring.map(([x, y], i) => {
    const step = i ? x - ring[i - 1][0] : 0;
    shift += step > 180 ? -360 : step < -180 ? 360 : 0;
    return [x + shift, y];
  });
  if (shift) found.push([found.at(-1)[0], -90], [found[0][0], -90], found[0]);
  return found;
};
const land = (atlas) => {
  const found = topojson.feature(atlas, atlas.objects.countries);
  for (const { geometry } of found.features) {
    if (geometry.type === "Polygon") geometry.coordinates = geometry.coordinates.map(unrolled);
    else geometry.coordinates = geometry.coordinates.map((rings) => rings.map(unrolled));
  }
  return found;
};
// Diagonal lines for the areas' ground: colour alone says nothing.
const hatch = (tone) => {
  const size = 8, canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = canvas.getContext("2d");
  pen.strokeStyle = tone;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const shift of [-size, 0, size]) { pen.moveTo(shift, size); pen.lineTo(shift + size, 0); }
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
};
maplibre.setWorkerUrl?.("/static/vendor/maplibre-gl-worker.mjs");
box.replaceChildren();
const paint = () => ({ sea: colour("--hover"), land: colour("--card"), border: colour("--soft"), area: colour("--times") });
const tones = paint();
const map = new maplibre.Map({  // what is drawn is kept, so that it can be printed
  container: box, canvasContextAttributes: { preserveDrawingBuffer: true }, attributionControl: false, maxZoom: 9, dragRotate: false, pitchWithRotate: false,
  fadeDuration: 0, cooperativeGestures: false,
  style: {
    version: 8,
    sources: {
      ...Object.fromEntries(bases.flatMap(([name, atlas]) => [
        [`land-${name}`, { type: "geojson", data: land(atlas) }],
        [`borders-${name}`, { type: "geojson", data: topojson.mesh(atlas, atlas.objects.countries, (a, b) => a !== b) }],
      ])),
      areas: { type: "geojson", data: { type: "FeatureCollection", features: areas.map(round) } },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": tones.sea } },
      ...bases.flatMap(([name, , minzoom, maxzoom]) => [
        { id: `land-${name}`, type: "fill", source: `land-${name}`, minzoom, maxzoom, paint: { "fill-color": tones.land, "fill-antialias": false } },
        { id: `borders-${name}`, type: "line", source: `borders-${name}`, minzoom, maxzoom, paint: { "line-color": tones.border, "line-width": 0.6, "line-dasharray": [3, 2] } },
      ]),
    ],
  },
});
map.touchZoomRotate.disableRotation();
map.addControl(new maplibre.NavigationControl({ showCompass: false }));
map.addControl(new maplibre.AttributionControl({ compact: false, customAttribution: "Borders: the base map's, nobody's claim" }), "bottom-left");
map.on("load", () => {
  map.addImage("hatch", hatch(tones.area));
  map.addLayer({ id: "areas", type: "fill", source: "areas", paint: { "fill-pattern": "hatch", "fill-opacity": 0.7 } });
  map.addLayer({ id: "areas-edge", type: "line", source: "areas", paint: { "line-color": tones.area, "line-width": 1, "line-dasharray": [2, 2] } });
});
const labels = [];
for (const p of places) {
  const pin = document.createElement("div");
  pin.className = `pin ${p.sign}${p.disputed ? " disputed" : ""}`;
  const label = document.createElement("a");
  label.href = `/events?place=${encodeURIComponent(p.key)}`;
  const names = [...new Set([...p.names, ...(p.disputed && p.sign === "hatched" ? p.disputed.names : [])])];
  label.textContent = names.join(" / ");
  const count = document.createElement("em");
  count.textContent = ` ${p.claims}${p.disputed ? ", disputed" : ""}`;
  label.append(count);
  pin.append(label);
  new maplibre.Marker({ element: pin, anchor: "left", offset: [-7, 0] }).setLngLat([p.longitude, p.latitude]).addTo(map);
  labels.push({ box: pin, label, area: null });
}
const shown = new Set(places.filter((p) => p.disputed && p.sign === "hatched").map((p) => p.disputed.id));
for (const a of areas) {
  if (shown.has(a.id)) continue;
  const name = document.createElement("div");
  name.className = "area-name";
  name.textContent = `${a.names.join(" / ")} (disputed)`;
  new maplibre.Marker({ element: name }).setLngLat([a.longitude, a.latitude]).addTo(map);
  labels.push({ box: name, label: name, area: a });
}
// Labels that would lie on another are left out until the map is drawn nearer; their points stay, and the table has all of them.
const uncrowd = () => {
  const taken = [];
  for (const { box: around, label, area } of labels) {
    label.hidden = false;
    const at = around.getBoundingClientRect();
    const small = area && area.radius_km * 2 * 2 ** map.getZoom() < 1800;
    label.hidden = small || taken.some((t) => at.left < t.right && t.left < at.right && at.top < t.bottom && t.top < at.bottom);
    if (!label.hidden) taken.push(at);
  }
};
map.on("moveend", uncrowd);
map.once("idle", () => { uncrowd(); box.dataset.ready = "yes"; });
if (places.length) {
  const lon = places.map((p) => p.longitude), lat = places.map((p) => p.latitude);
  map.fitBounds([[Math.min(...lon), Math.min(...lat)], [Math.max(...lon), Math.max(...lat)]], { padding: { top: 50, bottom: 50, left: 60, right: 220 }, maxZoom: 5, animate: false });
}
const redraw = () => {
  const now = paint();
  map.setPaintProperty("sea", "background-color", now.sea);
  for (const [name] of bases) {
    map.setPaintProperty(`land-${name}`, "fill-color", now.land);
    map.setPaintProperty(`borders-${name}`, "line-color", now.border);
  }
  if (!map.getLayer("areas")) return;
  map.updateImage("hatch", hatch(now.area));
  map.setPaintProperty("areas-edge", "line-color", now.area);
};
addEventListener("themed", redraw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
