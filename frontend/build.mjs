// Bundles the pages' script and style, fonts included, into the package; nothing is fetched later.
import { build } from "esbuild";

await build({
  entryPoints: ["app.js", "app.css"],
  outdir: "../src/waqai/serve/web/static/dist",
  bundle: true,
  minify: true,
  target: "es2022",
  loader: { ".woff2": "file", ".woff": "empty" },
  assetNames: "[name]",
  logLevel: "warning",
});
