#!/bin/sh
# Copies what the reading room shows in the browser from npm packages (by the lock file) into a git-ignored folder of the package.
# Without npm the app still works: every picture has a table, and the pages say what is missing.
set -eu
cd "$(dirname "$0")/.."
out=src/onrecord/web/static/vendor
stamp="$out/ready"
[ -f "$stamp" ] && [ "$stamp" -nt package-lock.json ] && [ "$stamp" -nt scripts/assets.sh ] && exit 0
if ! command -v npm >/dev/null 2>&1; then
    echo "assets: npm is not installed; the reading room will show tables in place of pictures" >&2
    exit 0
fi
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
rm -rf "$out"
mkdir -p "$out"
cp node_modules/cytoscape/dist/cytoscape.esm.min.mjs "$out/cytoscape.mjs"
cp node_modules/maplibre-gl/dist/maplibre-gl.mjs node_modules/maplibre-gl/dist/maplibre-gl-shared.mjs "$out/"
cp node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs node_modules/maplibre-gl/dist/maplibre-gl.css "$out/"
cp node_modules/topojson-client/dist/topojson-client.min.js "$out/topojson-client.min.js"
# The build that puts no style sheet into the page by itself: our content security policy refuses that.
cp node_modules/vis-timeline/dist/vis-timeline-graph2d.min.js "$out/vis-timeline.min.js"
cp node_modules/vis-timeline/dist/vis-timeline-graph2d.min.css "$out/vis-timeline.min.css"
cp node_modules/world-atlas/countries-110m.json node_modules/world-atlas/countries-50m.json "$out/"
cp node_modules/htmx.org/dist/htmx.min.js "$out/htmx.min.js"
cp node_modules/axe-core/axe.min.js "$out/axe.min.js"
for name in cytoscape htmx.org maplibre-gl topojson-client vis-timeline world-atlas; do
    cat "node_modules/$name"/LICENSE* > "$out/LICENSE-$name.txt" 2>/dev/null || echo "see the package $name" > "$out/LICENSE-$name.txt"
done
touch "$stamp"
