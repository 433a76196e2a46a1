/* Cuts the outlines that the maps need out of plotly.js's own (africa_50m: countries from United Nations geodata,
 * lakes and rivers from Natural Earth), so that no page asks a CDN for a continent.
 *
 *   assets/outlines.json   TopoJSON under the names that plotly.js looks for, only what touches the window below
 *
 * Run `npm ci && npm run build` here after raising a version in package.json.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

const WINDOW = [-14, 8, 7, 27]; // west, south, east, north: the country and a part of its neighbours
const KEPT = ["countries", "rivers", "lakes"];
const EMPTY = ["coastlines", "land", "ocean", "subunits"]; // plotly.js reads them by name; nothing of ours shows them

const require = createRequire(import.meta.url);
const version = require("plotly.js/package.json").version;
globalThis.window = {};
const filled = require("plotly.js/dist/plotly-geo-assets.js");
const source = (window.PlotlyGeoAssets ?? filled).topojson.africa_50m;

const [stepX, stepY] = source.transform.scale;
const [left, bottom] = source.transform.translate;

function inWindow(arc) {
  let [x, y] = [0, 0]; // each point of an arc is stored as the step from the one before
  return source.arcs[arc < 0 ? ~arc : arc].some(([dx, dy]) => {
    x += dx;
    y += dy;
    const [longitude, latitude] = [left + x * stepX, bottom + y * stepY];
    return longitude > WINDOW[0] && longitude < WINDOW[2] && latitude > WINDOW[1] && latitude < WINDOW[3];
  });
}

const arcs = [];
const places = new Map();
function placed(arc) {
  const index = arc < 0 ? ~arc : arc;
  if (!places.has(index)) places.set(index, arcs.push(source.arcs[index]) - 1);
  return arc < 0 ? ~places.get(index) : places.get(index);
}
const renumbered = (list) => list.map((item) => (Array.isArray(item) ? renumbered(item) : placed(item)));

function cut(name) {
  const near = source.objects[name].geometries.filter((shape) => shape.arcs?.flat(Infinity).some(inWindow));
  const geometries = near.map(({ type, id, properties, arcs }) => ({ type, id, properties, arcs: renumbered(arcs) }));
  return { type: "GeometryCollection", geometries };
}

const objects = Object.fromEntries(KEPT.map((name) => [name, cut(name)]));
for (const name of EMPTY) objects[name] = { type: "GeometryCollection", geometries: [] };
const outlines = { type: "Topology", transform: source.transform, objects, arcs };
await writeFile(new URL("../../assets/outlines.json", import.meta.url), JSON.stringify(outlines));
console.log(`outlines of plotly.js ${version}: ${objects.countries.geometries.map((c) => c.id).join(" ")}`);
