/* Builds the two plotly.js bundles that the pages load in place of the stock one (4.6 MB).
 *
 *   plotly.js      scatter and bar: every page but the map
 *   plotly-geo.js  the same with scattergeo and choropleth: the map
 *
 * The texts that document each attribute (a third of the size) are taken out, as plotly's own release does.
 * Run `npm ci && npm run build` here after raising a version in package.json.
 */
import { readFile, writeFile } from "node:fs/promises";
import * as acorn from "acorn";
import { simple } from "acorn-walk";
import * as esbuild from "esbuild";
import MagicString from "magic-string";

const ASSETS = new URL("../../assets/", import.meta.url);
const BUNDLES = { "plotly.js": ["bar"], "plotly-geo.js": ["bar", "scattergeo", "choropleth"] };

function isText(node) {
  if (node.type === "Literal") return typeof node.value === "string";
  if (node.type === "TemplateLiteral") return true;
  if (node.type === "BinaryExpression") return node.operator === "+" && (isText(node.left) || isText(node.right));
  return node.type === "CallExpression" && node.callee.property?.name === "join";
}

function withoutDescriptions(source) {
  const edited = new MagicString(source);
  const tree = acorn.parse(source, { ecmaVersion: "latest", sourceType: "script", allowHashBang: true });
  simple(tree, {
    Property(node) {
      if (node.key.name === "description" && isText(node.value)) {
        edited.overwrite(node.value.start, node.value.end, "''");
      }
    },
  });
  return edited.toString();
}

const leanAttributes = {
  name: "lean-attributes",
  setup(build) {
    build.onLoad({ filter: /plotly\.js[\\/]src[\\/].*\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      return { contents: source.includes("description") ? withoutDescriptions(source) : source, loader: "js" };
    });
  },
};

const { version } = JSON.parse(await readFile(new URL("node_modules/plotly.js/package.json", import.meta.url)));

for (const [file, traces] of Object.entries(BUNDLES)) {
  const modules = traces.map((trace) => `require("plotly.js/lib/${trace}")`).join(", ");
  const contents = `const Plotly = require("plotly.js/lib/core"); Plotly.register([${modules}]); module.exports = Plotly;`;
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: new URL(".", import.meta.url).pathname, loader: "js" },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    globalName: "Plotly",
    target: "es2018",
    legalComments: "none",
    define: { global: "window" },
    loader: { ".css": "text" },
    plugins: [leanAttributes],
  });
  const licence = `/* plotly.js ${version}, MIT licence, (c) Plotly Inc. See plotly.LICENSE.txt. Traces: scatter, ${traces.join(", ")}. */\n`;
  await writeFile(new URL(file, ASSETS), licence + outputFiles[0].text);
}
await writeFile(new URL("plotly.LICENSE.txt", ASSETS), await readFile(new URL("node_modules/plotly.js/LICENSE", import.meta.url)));
