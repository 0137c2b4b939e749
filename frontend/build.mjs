// Bundles the pages' script, style and fonts into the package; nothing is fetched later.
// The fonts' licence (OFL) goes where the fonts go.
import { copyFile, readdir } from "node:fs/promises";
import { build } from "esbuild";

const OUT = "../src/waqai/serve/web/static/dist";
const FONTS = "node_modules/@fontsource-variable";

await build({
  entryPoints: ["app.js", "app.css"],
  outdir: OUT,
  bundle: true,
  minify: true,
  target: "es2022",
  loader: { ".woff2": "file", ".woff": "empty" },
  assetNames: "[name]",
  logLevel: "warning",
});
for (const font of await readdir(FONTS)) {
  await copyFile(`${FONTS}/${font}/LICENSE`, `${OUT}/${font}-LICENSE.txt`);
}
